using System.Runtime.InteropServices;

namespace OrderHotline.Bench.Race;

/// <summary>What a row of measurements comes to: its middle, and between what half of it lies.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Spread(double Median, double LowerQuartile, double UpperQuartile)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        return new(Quantile(sorted, 0.5), Quantile(sorted, 0.25), Quantile(sorted, 0.75));
    }

    /// <summary>The value below which a part of the measurements lies, between neighbours in proportion.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="part">From 0 to 1; 0.99 is p99.</param>
    public static double Quantile(IEnumerable<double> values, double part) => Quantile(Sorted(values), part);

    static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length > 0 ? sorted : throw new ArgumentException("Nothing was measured.", nameof(values));
    }

    static double Quantile(double[] sorted, double part)
    {
        var place = part * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }
}
