/** The program's reader process on a machine where onnxruntime cannot be loaded. */
import './without-runtime.ts';
import '../../../packages/xxgk/src/reader/reader-process.ts';
