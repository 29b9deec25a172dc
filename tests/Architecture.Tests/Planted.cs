using MediatR;

namespace OrderHotline.Architecture.Tests;

#pragma warning disable CA1852, CA2263, CA2211, MA0053, MA0069, CA1822, CA1812, IDE0051 // Each breaks a convention on purpose.

/// <summary>Breaks every convention once, so that the tests of the conventions can be seen to find it.</summary>
static class Planted
{
    public class OpenClass;

    public static class Counter
    {
        public static int Calls = 1;
    }

    public sealed class Mirror
    {
        public object? Look() => Activator.CreateInstance(typeof(Mirror));
    }

    public readonly record struct StructRequest : IRequest<string>;

    public sealed record YesNoRequest : IRequest<bool>;

    public sealed record RequestForAStruct : IRequest<DateTime>;

    public sealed record RequestForNothing : IRequest;

    public sealed class OrderHelper;
}
