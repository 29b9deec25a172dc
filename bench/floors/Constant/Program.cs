using OrderHotline.Bench.Floors;

// The least that a function in C# can do: it answers every event with the same bytes.
var reply = ConstantReplies.Of(Environment.GetEnvironmentVariable("_HANDLER")!);
RuntimeLoop.Run(_ => reply);
