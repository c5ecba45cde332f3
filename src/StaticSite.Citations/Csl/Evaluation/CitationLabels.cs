using System.Globalization;
using System.Text;

namespace StaticSite.Citations.Csl.Evaluation;

/// <summary>Labels such as <c>Doe65</c> and <c>RoNo78</c>, where the item has none of its own.</summary>
internal static class CitationLabels
{
    public static string Of(Item item)
    {
        if (item.Field("citation-label") is { Length: > 0 } own)
        {
            return own;
        }

        var label = new StringBuilder();
        if (item.Names.FirstOrDefault(list => list.Key == "author").Value is { IsDefaultOrEmpty: false } authors)
        {
            var each = authors.Length switch { 1 => 4, 2 or 3 => 2, _ => 1 };
            foreach (var author in authors.Take(4))
            {
                var family = Names.NameParticles.Parse(author).Family ?? author.Literal ?? "";
                label.Append(family.AsSpan(0, Math.Min(each, family.Length)));
            }
        }

        if (item.Dates.TryGetValue("issued", out var issued) && issued.Year is { } year)
        {
            label.Append((Math.Abs((long)year) % 100).ToString("D2", CultureInfo.InvariantCulture));
        }

        return label.ToString();
    }
}
