/** Entry of a reader process: does one job after another. */
import { serve } from '../worker/serve.ts';
import { answer } from './answer.ts';

serve(answer);
