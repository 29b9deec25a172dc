namespace OrderHotline.Bench.Floors;

/// <summary>What ours answers to the event of the call contract, without the words.</summary>
static class ConstantReplies
{
    public static byte[] Of(string handler) => handler switch
    {
        "OrderTableRead" =>
        [
            .. """{"lambdaResult":"Success","recordFound":"True","customerName":"Justin","orderId":"100","orderedItem":"The """u8,
            .. """North Face Summit L3 Ventrix 2.0 Hoodie","shippingDate":"2018-11-12","isCancel":"False","outcome":"OrderFound", """u8,
            .. "\"canCancel\":\"True\",\"canReschedule\":\"True\",\"earliestDate\":\"2018-11-08\",\"latestDate\":\"2018-12-07\"}"u8,
        ],
        "CancelOrder" =>
        [
            .. """{"lambdaResult":"Success","outcome":"Cancelled","canCancel":"False","canReschedule":"False", """u8,
            .. "\"earliestDate\":\"none\",\"latestDate\":\"none\"}"u8,
        ],
        _ =>
        [
            .. """{"lambdaResult":"Success","outcome":"Rescheduled","canCancel":"True","canReschedule":"True", """u8,
            .. "\"earliestDate\":\"2018-11-08\",\"latestDate\":\"2018-12-07\"}"u8,
        ],
    };
}
