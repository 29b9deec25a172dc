// Finds the caller's order.
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

const table = process.env.TABLE_NAME ?? 'CustomerTable';
const dynamoDb = new DynamoDBClient();

export const handler = async (event) => {
  try {
    const { Items: [order] = [] } = await dynamoDb.send(new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'CallerID = :caller',
      ExpressionAttributeValues: { ':caller': { S: event.Details.Parameters.CallerID } },
    }));
    if (!order) {
      return { lambdaResult: 'Success', recordFound: 'False' };
    }

    return {
      lambdaResult: 'Success',
      recordFound: 'True',
      customerName: order.customerName.S,
      orderId: order.orderId.S,
      orderedItem: order.orderedItem.S,
      shippingDate: order.shippingDate.S,
      isCancel: order.isCancel.S,
    };
  } catch (error) {
    console.error(error);
    return { lambdaResult: 'Error' };
  }
};
