using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>theme/strings: the words that the theme prints, each one text or one per plural form.</summary>
internal static class StringsParser
{
    private static readonly string[] s_forms = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>Null where the file has an error.</summary>
    public static Outcome<ThemeStrings?> Parse(SourceFile source, Language language)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var mapping = YamlReader.Parse(source, found) is { } root ? YamlValues.Root(source, root, found) : null;
        var texts = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var entry in mapping?.Entries ?? [])
        {
            texts[entry.Key] = entry.Value is YamlMapping forms
                ? Forms(entry, forms, found)
                : Other(entry.Value.IsNull ? "" : YamlValues.Text(entry.Value, entry.Key, found)?.Value ?? "");
        }

        var isSound = found.All(diagnostic => diagnostic.Severity != Severity.Error);
        return new(isSound ? new ThemeStrings(language, texts.ToImmutable(), source.Start) : null, found.DrainToImmutable());
    }

    private static ImmutableDictionary<string, string> Forms(YamlEntry entry, YamlMapping mapping, ImmutableArray<Diagnostic>.Builder found)
    {
        var forms = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var form in mapping.Entries)
        {
            if (!s_forms.Contains(form.Key))
            {
                found.Add(ParseDiagnostics.UnknownStringForm(form.Key, form.KeyWhere, s_forms));
            }
            else if (YamlValues.Text(form.Value, form.Key, found) is { } text)
            {
                forms[form.Key] = text.Value;
            }
        }

        if (mapping.Find("other") is null)
        {
            found.Add(ParseDiagnostics.StringWithoutOther(entry.Key, entry.KeyWhere));
        }

        return forms.ToImmutable();
    }

    private static ImmutableDictionary<string, string> Other(string text) =>
        ImmutableDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("other", text);
}
