using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using NodaTime;
using NodaTime.Text;
using OrderHotline.Application;
using OrderHotline.Domain;

namespace OrderHotline.Adapters.Aws;

/// <summary>What callers tried and proved, in a DynamoDB table of its own: one item for an order, and one for the codes of a day.</summary>
/// <remarks>All reads are consistent. Throttling and outages are retried by the client as it is configured, and leave as its own
/// exceptions.</remarks>
/// <param name="client">Used by many callers at once; the one who made it disposes of it.</param>
/// <param name="settings">The name of the table.</param>
public sealed class DynamoDbVerifications(IAmazonDynamoDB client, VerificationTableSettings settings) : IVerifications
{
    const string Taken = "taken";

    static readonly Duration DayIsKept = Duration.FromDays(3);

    /// <inheritdoc/>
    public async Task<OrderVerification> Of(VerificationSubject subject, CancellationToken cancellation)
    {
        var request = new GetItemRequest { TableName = settings.TableName, Key = StoredVerification.Key(subject), ConsistentRead = true };
        return await client.GetItemAsync(request, cancellation).ConfigureAwait(false) is { Item: { Count: > 0 } item }
            ? StoredVerification.Read(item, subject)
            : OrderVerification.NothingTried(subject);
    }

    /// <inheritdoc/>
    public async Task<StoreResult> Store(OrderVerification next, CancellationToken cancellation)
    {
        var request = new PutItemRequest
        {
            TableName = settings.TableName,
            Item = StoredVerification.Write(next),
            ConditionExpression = next.Version == 1 ? "attribute_not_exists(#version)" : "#version = :before",
            ExpressionAttributeNames = new() { ["#version"] = StoredVerification.Version },
            ExpressionAttributeValues = next.Version == 1 ? null : new() { [":before"] = StoredOrder.Number(next.Version - 1) },
        };
        try
        {
            await client.PutItemAsync(request, cancellation).ConfigureAwait(false);
            return StoreResult.Stored;
        }
        catch (ConditionalCheckFailedException)
        {
            return StoreResult.ChangedMeanwhile;
        }
    }

    /// <inheritdoc/>
    public async Task<CodeBudget> TakeCode(LocalDate day, int atMost, CancellationToken cancellation)
    {
        var request = new UpdateItemRequest
        {
            TableName = settings.TableName,
            Key = new() { [VerificationTableSchema.Subject] = new($"codes/{LocalDatePattern.Iso.Format(day)}") },
            UpdateExpression = "SET #expires = :expires ADD #taken :one",
            ConditionExpression = "attribute_not_exists(#taken) OR #taken < :most",
            ExpressionAttributeNames = new() { ["#taken"] = Taken, ["#expires"] = VerificationTableSchema.ExpiresAt },
            ExpressionAttributeValues = new()
            {
                [":one"] = StoredOrder.Number(1),
                [":most"] = StoredOrder.Number(atMost),
                [":expires"] = StoredVerification.Second(day.AtMidnight().InUtc().ToInstant() + DayIsKept),
            },
        };
        try
        {
            await client.UpdateItemAsync(request, cancellation).ConfigureAwait(false);
            return CodeBudget.Taken;
        }
        catch (ConditionalCheckFailedException)
        {
            return CodeBudget.UsedUp;
        }
    }
}
