using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OrderHotline.Bench.Calls;

// dotnet run -c Release --project bench/Calls
BenchmarkRunner.Run(
    [typeof(WholeCalls), typeof(Refusals)],
    DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance))
        .WithOptions(ConfigOptions.DisableLogFile),
    args);
