using Amazon.DynamoDBv2.Model;
using OrderHotline.Domain;
using static OrderHotline.Adapters.Aws.OrderItemAttributes;

namespace OrderHotline.Adapters.Aws;

/// <summary>A change as one conditional write of one item: state, history and texts, or nothing.</summary>
static class OrderUpdate
{
    public static UpdateItemRequest Of(OrderChange change, string tableName)
    {
        var (before, after) = change;
        var request = new UpdateItemRequest
        {
            TableName = tableName,
            Key = OrderItem.Key(before.Owner, before.Id),
            ExpressionAttributeNames = [],
            ExpressionAttributeValues = [],
        };
        request.ConditionExpression = Condition(before, request);

        var placed = Value(PlacedAt, OrderItem.Time(after.PlacedAt));
        var set = new List<string> { $"{Name(PlacedAt)} = if_not_exists({Name(PlacedAt)}, {placed})" };
        var remove = new List<string>();
        Set(OrderItemAttributes.Version, OrderItem.Number(after.Version));
        Set(SchemaVersion, OrderItem.Number(OrderItem.CurrentSchema));
        Set(ShippingDate, OrderItem.Date(after.ShippingDate));
        Set(IsCancel, OrderItem.Flag(after));
        Set(History, OrderItem.HistoryOf(after));

        var owes = !after.OwedTexts.IsEmpty;
        SetOrRemove(owes, OwedTexts, TextsItem.OwedTextsOf);
        SetOrRemove(owes, OwedShard, TextsItem.ShardOf);
        SetOrRemove(owes, OwedSince, TextsItem.DueOf);
        SetOrRemove(owes && after.Texts.Delivery is not TextDelivery.Untried, Delivery, TextsItem.DeliveryOf);
        SetOrRemove(!after.Texts.Settled.IsEmpty, SettledTexts, TextsItem.SettledTextsOf);

        request.UpdateExpression =
            $"SET {string.Join(", ", set)}{(remove.Count > 0 ? $" REMOVE {string.Join(", ", remove)}" : "")}";
        return request;

        string Name(string attribute) => OrderUpdate.Name(attribute, request);

        string Value(string attribute, AttributeValue value) => OrderUpdate.Value(attribute, value, request);

        void Set(string attribute, AttributeValue value) => set.Add($"{Name(attribute)} = {Value(attribute, value)}");

        void SetOrRemove(bool isThere, string attribute, Func<Order, AttributeValue> value)
        {
            if (isThere)
            {
                Set(attribute, value(after));
            }
            else
            {
                remove.Add(Name(attribute));
            }
        }
    }

    // The version alone would do for changes that the line makes. The shop's own systems ship, move and cancel orders without
    // knowing of it, so whatever the decision rests on must still be as it was read.
    static string Condition(Order before, UpdateItemRequest request)
    {
        var version = $"{Name(OrderItemAttributes.Version, request)} = {Value("versionBefore", OrderItem.Number(before.Version), request)}";
        return string.Join(
            " AND ",
            [
                before.Version == 0 ? $"(attribute_not_exists({Name(OrderItemAttributes.Version, request)}) OR {version})" : version,
                $"{Name(ShippingDate, request)} = {Value("dateBefore", OrderItem.Date(before.ShippingDate), request)}",
                $"{Name(IsCancel, request)} = {Value("cancelBefore", OrderItem.Flag(before), request)}",
                .. before.State is OrderState.Placed ? [$"attribute_not_exists({Name(ShippedAt, request)})"] : Array.Empty<string>(),
            ]);
    }

    // DynamoDB refuses a name or a value that no expression uses, so each is declared where it is used.
    static string Name(string attribute, UpdateItemRequest request)
    {
        request.ExpressionAttributeNames[$"#{attribute}"] = attribute;
        return $"#{attribute}";
    }

    static string Value(string name, AttributeValue value, UpdateItemRequest request)
    {
        request.ExpressionAttributeValues[$":{name}"] = value;
        return $":{name}";
    }
}
