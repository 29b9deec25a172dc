using System.Runtime.CompilerServices;
using Amazon.Lambda.Core;

namespace OrderHotline.Compat.Lambda.Tests.StandIn;

/// <summary>Keeps the log of these tests away from standard output, over which the runner collects their results.</summary>
static class QuietLog
{
#pragma warning disable CA2255 // A test assembly is an application of its own.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Begin() => LambdaLogger.WriteTo(Stream.Null);
}
