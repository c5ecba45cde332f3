using System.Globalization;
using StaticSite.Citations;
using StaticSite.Citations.Formats;

namespace StaticSite.Tests.Citations.Formats;

/// <summary>An item as one line to compare: <c>book a [en] | author=Choi, C. B. | issued=2020-05 | title=A</c>.</summary>
internal static class ItemText
{
    public static string Print(Item item)
    {
        var parts = new List<string> { $"{item.Type} {item.Id}{(item.Language is null ? "" : $" [{item.Language}]")}" };
        parts.AddRange(item.Names.Select(names => $"{names.Key}={string.Join("; ", names.Value.Select(Print))}"));
        parts.AddRange(item.Dates.Select(date => $"{date.Key}={Print(date.Value)}"));
        parts.AddRange(item.Fields.Select(field => $"{field.Key}={field.Value}"));
        return string.Join(" | ", parts);
    }

    public static string Print(Name name)
    {
        if (name.Literal is not null)
        {
            return $"\"{name.Literal}\"";
        }

        var particle = name.NonDroppingParticle is null ? "" : $"<{name.NonDroppingParticle}> ";
        var dropped = name.DroppingParticle is null ? "" : $" (<{name.DroppingParticle}>)";
        return $"{particle}{name.Family}{(name.Given is null ? "" : $", {name.Given}")}{dropped}{(name.Suffix is null ? "" : $", +{name.Suffix}")}";
    }

    public static string Print(ItemDate date) =>
        Edtf.Print(date) ?? string.Create(CultureInfo.InvariantCulture, $"\"{date.Literal}\"");
}
