using System.Collections.Immutable;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Locales;

/// <summary>A localized date of a style: the parts of the locale, with what the style's element changes of them.</summary>
internal static class LocalizedDate
{
    public static DateElement Of(DateElement element, DateElement localized) => new(element.Format.Over(localized.Format), element.Variable, element.Form)
    {
        Parts = element.Parts,
        DateParts = [.. localized.DateParts.Where(part => IsShown(part.Name, element.Parts)).Select(part => Override(part, element.DateParts))],
        Delimiter = localized.Delimiter,
    };

    private static bool IsShown(DatePartName name, DateParts limit) => limit switch
    {
        DateParts.Year => name == DatePartName.Year,
        DateParts.YearMonth => name != DatePartName.Day,
        _ => true,
    };

    private static DatePart Override(DatePart part, ImmutableArray<DatePart> ofStyle)
    {
        foreach (var own in ofStyle)
        {
            if (own.Name == part.Name)
            {
                return new(
                    part.Name,
                    own.Form == DatePartForm.Default ? part.Form : own.Form,
                    own.Format.Over(part.Format) with { Prefix = part.Format.Prefix, Suffix = part.Format.Suffix },
                    own.RangeDelimiter ?? part.RangeDelimiter);
            }
        }

        return part;
    }
}
