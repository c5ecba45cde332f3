using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>A text in one language. (A class: a dictionary of structs would have to be compiled before the first page.)</summary>
internal sealed record TextEntry(Language Key, Located<string> Value);

/// <summary>Texts that are given per language, or once for all.</summary>
internal sealed class LocalizedTexts(ImmutableArray<LanguageInfo> languages, ImmutableArray<Diagnostic>.Builder found)
{
    private readonly string[] _codes = [.. languages.Select(info => info.Language.Code)];

    /// <summary>The text at a key; null where it is not written, or where what is wrong has been reported.</summary>
    public LocalizedText? Find(YamlFields fields, string key) =>
        fields.Find(key) is { } node ? Parse(node, key, fields.WhereOf(key)) : null;

    /// <param name="what">How messages name the text.</param>
    /// <param name="where">Its key.</param>
    /// <param name="others">Keys that stand beside the languages and are read elsewhere.</param>
    public LocalizedText? Parse(YamlNode node, string what, SourceSpan where, params string[] others)
    {
        if (node is not YamlMapping)
        {
            return Shared(node, what) is { } shared ? LocalizedText.Of(shared.Value) : null;
        }

        var texts = PerLanguage(node, what, where, others);
        return texts.IsEmpty ? null : new LocalizedText(null, texts.ToImmutableDictionary(text => text.Key, text => text.Value.Value));
    }

    /// <summary>The texts with their places, each language once; one text for all languages is given to each.</summary>
    public ImmutableArray<TextEntry> PerLanguage(YamlNode node, string what, SourceSpan where, params string[] others)
    {
        if (node is not YamlMapping mapping)
        {
            return Shared(node, what) is { } shared
                ? [.. languages.Select(info => new TextEntry(info.Language, shared))]
                : [];
        }

        var texts = ImmutableArray.CreateBuilder<TextEntry>(languages.Length);
        foreach (var entry in mapping.Entries)
        {
            if (others.Contains(entry.Key))
            {
                continue;
            }

            // Without languages, which is an error of its own, any of them may be meant.
            if (!_codes.Contains(entry.Key) && _codes.Length > 0)
            {
                found.Add(ParseDiagnostics.UnknownLanguage(entry.Key, entry.KeyWhere, [.. _codes, .. others]));
            }
            else if (!entry.Value.IsNull && YamlValues.Text(entry.Value, entry.Key, found) is { Value.Length: > 0 } text)
            {
                texts.Add(new TextEntry(new Language(entry.Key), text));
            }
        }

        ReportMissing(mapping, texts, what, where);
        return texts.DrainToImmutable();
    }

    private Located<string>? Shared(YamlNode node, string what)
    {
        if (node is YamlScalar { IsNull: false } text)
        {
            return new Located<string>(text.Text.Trim(), text.Where);
        }

        found.Add(ParseDiagnostics.WrongType(what, "a text, or one per language", $"{{{string.Join(", ", _codes.Select(code => code + ": …"))}}}", node));
        return null;
    }

    /// <summary>A text of the wrong type, or under a misspelt language, has been reported already and is not missing besides.</summary>
    private void ReportMissing(YamlMapping mapping, ImmutableArray<TextEntry>.Builder texts, string what, SourceSpan where)
    {
        foreach (var code in _codes)
        {
            if (!texts.Any(text => text.Key.Code == code)
                && mapping.Find(code) is null or YamlScalar
                && !mapping.Entries.Any(entry => !_codes.Contains(entry.Key) && Nearest.Find(entry.Key, _codes) == code))
            {
                found.Add(ParseDiagnostics.TextMissesLanguage(what, where, code));
            }
        }
    }
}
