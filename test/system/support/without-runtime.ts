/** Makes onnxruntime refuse to be loaded, as it does where a system library is missing. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'onnxruntime-node') return next(specifier, context);
    throw new Error('libstdc++.so.6: cannot open shared object file: No such file or directory');
  },
});
