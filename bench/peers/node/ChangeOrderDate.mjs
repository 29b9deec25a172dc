// Moves the caller's order to another day and texts it.
import { changeOrder } from './orderChange.mjs';

export const handler = (event) => {
  const { shippingDate } = event.Details.Parameters;
  return changeOrder(event, 'shippingDate', shippingDate, `We changed shipping date to ${shippingDate}.`);
};
