/** The program on a machine where onnxruntime cannot be loaded. */
import './without-runtime.ts';
import '../../../packages/xxgk/src/main.ts';
