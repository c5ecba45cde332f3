using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>The <c>languages</c> of site.yml: entries of code, tag and name, or codes alone.</summary>
internal static partial class SettingsLanguages
{
    private const string Example = "languages: [{code: zh, tag: zh-CN, name: 中文}, {code: en, tag: en, name: English}]";

    public static ImmutableArray<LanguageInfo> Parse(YamlFields fields)
    {
        if (!fields.Has("languages", Example) || fields.Find("languages") is not { } node)
        {
            return [];
        }

        if (node is YamlSequence { Items: [] })
        {
            fields.Found.Add(ParseDiagnostics.MissingKey("languages", fields.WhereOf("languages"), Example));
        }

        var languages = ImmutableArray.CreateBuilder<LanguageInfo>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in YamlValues.Items(node, "languages", fields.Found))
        {
            if (ParseOne(item, fields.Found) is not ({ } info, var where))
            {
                continue;
            }

            if (places.TryAdd(info.Language.Code, where))
            {
                languages.Add(info);
            }
            else
            {
                fields.Found.Add(ParseDiagnostics.DuplicateLanguage(info.Language.Code, where, places[info.Language.Code]));
            }
        }

        return languages.DrainToImmutable();
    }

    private static (LanguageInfo? Info, SourceSpan Where) ParseOne(YamlNode node, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is not YamlMapping mapping)
        {
            var alone = YamlValues.Text(node, "languages", found) is { } text ? Code(text, found) : null;
            return (alone is null ? null : new LanguageInfo(new Language(alone), alone, alone), node.Where);
        }

        var fields = new YamlFields(mapping, found);
        var code = fields.Has("code", "code: zh") ? fields.Text("code") : null;
        var tag = fields.Text("tag");
        var name = fields.Text("name");
        fields.Finish();
        if (tag is { } written && !TagPattern().IsMatch(written.Value))
        {
            found.Add(ParseDiagnostics.BadLanguageTag(written));
        }

        return code is { } known && Code(known, found) is { } valid
            ? (new LanguageInfo(new Language(valid), tag?.Value ?? valid, name?.Value ?? valid), known.Where)
            : (null, mapping.Where);
    }

    /// <summary>A code is the first part of addresses and the name of Markdown files.</summary>
    private static string? Code(Located<string> code, ImmutableArray<Diagnostic>.Builder found)
    {
        if (CodePattern().IsMatch(code.Value) && !AddressName.IsReserved(code.Value))
        {
            return code.Value;
        }

        found.Add(ParseDiagnostics.BadLanguageCode(code));
        return null;
    }

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
