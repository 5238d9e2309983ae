/** The program's OCR process on a machine where onnxruntime cannot be loaded. */
import './without-runtime.ts';
import '../../../packages/xxgk/src/reader/ocr-process.ts';
