namespace OrderHotline.Bench.Floors;

/// <summary>What ours answers to the event of the call contract, without the words.</summary>
static class ConstantReplies
{
    public static byte[] Of(string handler) => handler switch
    {
        "OrderTableRead" => """
            {"lambdaResult":"Success","recordFound":"True","customerName":"Justin","orderId":"100","orderedItem":"The North Face Summit L3 Ventrix 2.0 Hoodie","shippingDate":"2018-11-12","isCancel":"False","outcome":"OrderFound","canCancel":"True","canReschedule":"True","earliestDate":"2018-11-08","latestDate":"2018-12-07"}
            """u8.ToArray(),
        "CancelOrder" => """
            {"lambdaResult":"Success","outcome":"Cancelled","canCancel":"False","canReschedule":"False","earliestDate":"none","latestDate":"none"}
            """u8.ToArray(),
        _ => """
            {"lambdaResult":"Success","outcome":"Rescheduled","canCancel":"True","canReschedule":"True","earliestDate":"2018-11-08","latestDate":"2018-12-07"}
            """u8.ToArray(),
    };
}
