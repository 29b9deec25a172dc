// What cancelling and moving a date have in common: one attribute of the order is set, and a text says so.
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';

const table = process.env.TABLE_NAME ?? 'CustomerTable';
const dynamoDb = new DynamoDBClient();
const sns = new SNSClient();

export async function changeOrder(event, attribute, value, announcement) {
  const caller = event.Details.ContactData.CustomerEndpoint.Address;
  const { orderedItem, orderId } = event.Details.Parameters;
  try {
    await dynamoDb.send(new UpdateItemCommand({
      TableName: table,
      Key: { CallerID: { S: caller }, orderId: { S: orderId } },
      UpdateExpression: 'SET #attribute = :value',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':value': { S: value } },
    }));
  } catch (error) {
    console.error(error);
    return { lambdaResult: 'Error' };
  }

  try {
    await sns.send(new PublishCommand({
      PhoneNumber: caller,
      Message: `${announcement}\nItem Name: ${orderedItem}\nOrder ID: ${orderId}`,
    }));
  } catch (error) {
    console.error(error);
  }

  return { lambdaResult: 'Success' };
}
