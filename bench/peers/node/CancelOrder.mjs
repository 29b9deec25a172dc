// Marks the caller's order as cancelled and texts it.
import { changeOrder } from './orderChange.mjs';

export const handler = (event) => changeOrder(event, 'isCancel', 'True', 'We changed state to cancel.');
