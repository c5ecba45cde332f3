using System.Collections.Immutable;

namespace StaticSite.Check;

/// <summary>A number as it stands in a text.</summary>
internal readonly record struct NumberUse(string Text, int Start, int Length);

/// <summary>Numbers that one text has and the other has not.</summary>
internal sealed record NumberDifferences(ImmutableArray<NumberUse> OnlyInFirst, ImmutableArray<NumberUse> OnlyInSecond)
{
    public bool IsEmpty => OnlyInFirst.IsEmpty && OnlyInSecond.IsEmpty;
}

/// <summary>
/// Do a text and its translation name the same quantities? A number in digits with a unit, a decimal point or a 万 counts as missing where the
/// other text has it neither in this unit or one that can be converted, nor bare, nor in words. Rather one too few than a false alarm.
/// </summary>
internal static class NumberCheck
{
    public static NumberDifferences Compare(string first, string second)
    {
        var (here, there) = (QuantityReader.Read(first), QuantityReader.Read(second));
        return new(Missing(first, here, there), Missing(second, there, here));
    }

    private static ImmutableArray<NumberUse> Missing(string text, List<Quantity> own, List<Quantity> other)
    {
        var measured = other.Select(one => (one.Dimension, one.Base)).ToHashSet();
        var bare = other.Where(one => one.Dimension is null).Select(one => one.Value).ToHashSet();
        var all = other.Select(one => one.Value).ToHashSet();
        return
        [
            .. own
                .Where(one => one.IsExact && !measured.Contains((one.Dimension, one.Base)) && !bare.Contains(one.Value) && !(one.Dimension is null && all.Contains(one.Value)))
                .Select(one => new NumberUse(text.Substring(one.Start, one.Length), one.Start, one.Length)),
        ];
    }
}
