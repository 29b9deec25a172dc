using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using OrderHotline.Hosts.Lambda;

// What is wrong with the settings is reported as the runtime's own init error, so that it is the first line of the function's log.
LambdaFunction? function = null;
using var handler = HandlerWrapper.GetHandlerWrapper((input, context) => function!.Handle(input, context));
using var bootstrap = new LambdaBootstrap(handler, () =>
{
    function = LambdaFunction.Start(name => Environment.GetEnvironmentVariable(name), new FunctionLog(new StandardOutput().TryWrite).Write);
    return Task.FromResult(true);
});
await bootstrap.RunAsync();
