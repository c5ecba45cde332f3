using System.Xml.Linq;
using StaticSite.Citations.Csl.Parsing;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Locales;

/// <summary>cs:locale, in a file of its own or in a style.</summary>
internal static class LocaleReader
{
    public static CslLocale Read(Attributes attributes, XElement root)
    {
        var options = root.Elements().FirstOrDefault(child => child.Name.LocalName == "style-options");
        var dates = root.Elements()
            .Where(child => child.Name.LocalName == "date")
            .Select(date => DateReader.Read(attributes, date, attributes.Format(date)))
            .ToList();
        return new(root.Attribute(XNamespace.Xml + "lang")?.Value.Trim() ?? "", ReadTerms(attributes, root))
        {
            TextDate = dates.LastOrDefault(date => date.Form == DateForm.Text),
            NumericDate = dates.LastOrDefault(date => date.Form == DateForm.Numeric),
            PunctuationInQuote = options is null ? null : attributes.Bool(options, "punctuation-in-quote"),
            LimitDayOrdinalsToDay1 = options is null ? null : attributes.Bool(options, "limit-day-ordinals-to-day-1"),
        };
    }

    /// <summary><c>ordinal</c> and <c>ordinal-00</c> to <c>ordinal-99</c>: a style that writes one of them replaces all.</summary>
    public static bool IsOrdinal(string name) =>
        name == "ordinal" || (name.Length == 10 && name.StartsWith("ordinal-", StringComparison.Ordinal) && char.IsAsciiDigit(name[8]) && char.IsAsciiDigit(name[9]));

    private static Dictionary<string, TermForms> ReadTerms(Attributes attributes, XElement root)
    {
        var terms = new Dictionary<string, TermForms>(StringComparer.Ordinal);
        foreach (var element in root.Elements().Where(child => child.Name.LocalName == "terms").SelectMany(list => list.Elements()))
        {
            if (element.Name.LocalName == "term" && Attributes.Text(element, "name") is { } name)
            {
                if (!terms.TryGetValue(name, out var forms))
                {
                    terms.Add(name, forms = new());
                }

                forms.Set(attributes.TermForm(element), ReadTerm(attributes, element));
            }
        }

        return terms;
    }

    private static Term ReadTerm(Attributes attributes, XElement element)
    {
        var single = element.Elements().FirstOrDefault(child => child.Name.LocalName == "single")?.Value;
        var multiple = element.Elements().FirstOrDefault(child => child.Name.LocalName == "multiple")?.Value;
        var text = single is null && multiple is null ? element.Value : "";
        text = string.IsNullOrWhiteSpace(text) && text.Contains('\n', StringComparison.Ordinal) ? "" : text;
        return new(single ?? text, multiple ?? (single is null ? text : single))
        {
            Gender = ReadGender(attributes, element, "gender"),
            GenderForm = ReadGender(attributes, element, "gender-form"),
            Match = attributes.Choice(
                element,
                "match",
                ("last-digit", OrdinalMatch.LastDigit),
                ("last-two-digits", OrdinalMatch.LastTwoDigits),
                ("whole-number", OrdinalMatch.WholeNumber)),
        };
    }

    private static Gender ReadGender(Attributes attributes, XElement element, string name) => attributes.Choice(
        element,
        name,
        ("neuter", Gender.Neuter),
        ("masculine", Gender.Masculine),
        ("feminine", Gender.Feminine)) ?? Gender.Neuter;
}
