using System.Collections.Immutable;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>cs:date, in styles and in locales.</summary>
internal static class DateReader
{
    public static DateElement Read(Attributes attributes, XElement element, Formatting format) =>
        new(
            format,
            Attributes.Text(element, "variable") ?? "",
            attributes.Choice(element, "form", ("text", DateForm.Text), ("numeric", DateForm.Numeric)) ?? DateForm.None)
        {
            Parts = attributes.Choice(
                element,
                "date-parts",
                ("year-month-day", DateParts.YearMonthDay),
                ("year-month", DateParts.YearMonth),
                ("year", DateParts.Year)) ?? DateParts.YearMonthDay,
            Delimiter = Attributes.Text(element, "delimiter") ?? "",
            DateParts = ReadParts(attributes, element),
        };

    private static ImmutableArray<DatePart> ReadParts(Attributes attributes, XElement element)
    {
        var parts = ImmutableArray.CreateBuilder<DatePart>();
        foreach (var part in element.Elements().Where(child => child.Name.LocalName == "date-part"))
        {
            var name = attributes.Choice(part, "name", ("year", DatePartName.Year), ("month", DatePartName.Month), ("day", DatePartName.Day));
            if (name is { } known)
            {
                parts.Add(new(known, Form(attributes, part), attributes.Format(part), Attributes.Text(part, "range-delimiter")));
            }
        }

        return parts.ToImmutable();
    }

    private static DatePartForm Form(Attributes attributes, XElement part) => attributes.Choice(
        part,
        "form",
        ("long", DatePartForm.Long),
        ("short", DatePartForm.Short),
        ("numeric", DatePartForm.Numeric),
        ("numeric-leading-zeros", DatePartForm.NumericLeadingZeros),
        ("ordinal", DatePartForm.Ordinal)) ?? DatePartForm.Default;
}
