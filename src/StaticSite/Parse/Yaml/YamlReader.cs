using System.Collections.Immutable;
using StaticSite.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticSite.Parse.Yaml;

/// <summary>
/// YAML as a tree with places. The only user of YamlDotNet, whose event parser is driven step by step, because some of
/// its failures carry no position. Anchors, aliases and second documents are refused; tags are ignored with a warning.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestNesting = 64;

    // Below this many keys a look along the list is cheaper than a dictionary.
    private const int FewKeys = 16;

    private readonly SourceFile _source;
    private readonly int _start;
    private readonly int _end;
    private readonly Parser _parser;
    private readonly Stack<int> _openBrackets = new();
    private readonly ImmutableArray<Diagnostic>.Builder _found;
    private readonly bool _mayHoldForbidden;
    private ParsingEvent? _last;
    private bool _lastIsBracket;
    private bool _failed;

    private YamlReader(SourceFile source, int start, int length, ImmutableArray<Diagnostic>.Builder found)
    {
        (_source, _start, _end, _found) = (source, start, start + length, found);
        var text = source.Text.Substring(start, length);
        _mayHoldForbidden = MayHoldForbidden(text);
        _parser = new Parser(new StringReader(WithoutRareLineEnds(text)));
    }

    public static YamlNode? Parse(SourceFile source, ImmutableArray<Diagnostic>.Builder found) =>
        Parse(source, 0, source.Text.Length, found);

    /// <summary>
    /// The YAML between two offsets; places are those of the whole file. Null where it cannot be read, which has been
    /// reported then. A text without YAML is an empty scalar.
    /// </summary>
    public static YamlNode? Parse(SourceFile source, int start, int length, ImmutableArray<Diagnostic>.Builder found) =>
        PlainYaml.Find(source, start, length) ?? ParseAll(source, start, length, found);

    /// <summary>Reads every YAML, by the parser.</summary>
    public static YamlNode? ParseAll(SourceFile source, int start, int length, ImmutableArray<Diagnostic>.Builder found)
    {
        var reader = new YamlReader(source, start, length, found);
        var root = reader.ReadDocument();
        return reader._failed ? null : root;
    }

    /// <summary>Escapes can write them even where the file has none.</summary>
    private static bool MayHoldForbidden(string text)
    {
        ForbiddenCharacters.Replace(text, out _, out var count);
        return count > 0 || text.Contains('\\', StringComparison.Ordinal);
    }

    /// <summary>YamlDotNet follows YAML 1.1 in taking these for line ends; authors cannot see them.</summary>
    private static string WithoutRareLineEnds(string text) =>
        text.AsSpan().IndexOfAny("\u0085\u2028\u2029") < 0
            ? text
            : text.Replace('\u0085', ' ').Replace('\u2028', ' ').Replace('\u2029', ' ');

    private YamlNode? ReadDocument()
    {
        Next();
        Next();
        if (_failed || _parser.Current is StreamEnd)
        {
            return new YamlScalar("", true, _source.Span(_start, 0));
        }

        Next();
        var root = ReadNode(_source.Span(_start, 0), 0);
        Next();
        return !_failed && _parser.Current is DocumentStart second ? Fail(ParseDiagnostics.YamlSecondDocument(Span(second))) : root;
    }

    /// <summary>Reads the node at the current event and moves past it.</summary>
    /// <param name="owner">The key it belongs to, which is what can be underlined where nothing is written.</param>
    private YamlNode? ReadNode(SourceSpan owner, int depth)
    {
        if (_failed || _parser.Current is not { } current)
        {
            return null;
        }

        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            return Fail(ParseDiagnostics.YamlAnchor(FirstWord(Span(current)), TextOf(FirstWord(Span(current)))));
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            _found.Add(ParseDiagnostics.YamlTag(FirstWord(Span(current)), TextOf(FirstWord(Span(current)))));
        }

        if (depth > DeepestNesting)
        {
            return Fail(ParseDiagnostics.YamlTooDeep(Span(current), DeepestNesting));
        }

        return current switch
        {
            Scalar scalar => ReadScalar(scalar, owner),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => null,
        };
    }

    private YamlScalar ReadScalar(Scalar scalar, SourceSpan owner)
    {
        var where = Span(scalar);
        var text = _mayHoldForbidden ? WithoutForbidden(scalar.Value, where) : scalar.Value;
        Next();
        return new YamlScalar(text, scalar.Style == ScalarStyle.Plain, where.Length == 0 ? owner : where);
    }

    private string WithoutForbidden(string value, SourceSpan where)
    {
        var text = ForbiddenCharacters.Replace(value, out var first, out var count);
        if (count > 0)
        {
            _found.Add(ParseDiagnostics.YamlForbiddenCharacter(where, value[first]));
        }

        return text;
    }

    private YamlSequence? ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        Next();
        var before = _start + (int)start.Start.Index;
        while (!_failed && _parser.Current is not SequenceEnd)
        {
            if (ReadNode(DashOfEmpty(before), depth + 1) is { } item)
            {
                items.Add(item);
                before = item.Where.Start + item.Where.Length;
            }
        }

        var where = Whole(start, start.Style == SequenceStyle.Flow, items.Count > 0 ? items[0].Where : null);
        Next();
        return _failed ? null : new YamlSequence(items.DrainToImmutable(), where);
    }

    private YamlMapping? ReadMapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        Dictionary<string, SourceSpan>? places = null;
        Next();
        while (!_failed && _parser.Current is not MappingEnd)
        {
            if (ReadKey() is not { } key || ReadNode(key.Where, depth + 1) is not { } value)
            {
                break;
            }

            if (FindFirst(entries, ref places, key.Text) is { } first)
            {
                _found.Add(ParseDiagnostics.YamlDuplicateKey(key.Text, key.Where, first));
                continue;
            }

            entries.Add(new YamlEntry(key.Text, key.Where, value));
        }

        var where = Whole(start, start.Style == MappingStyle.Flow, entries.Count > 0 ? entries[0].KeyWhere : null);
        Next();
        return _failed ? null : new YamlMapping(entries.DrainToImmutable(), where);
    }

    private YamlScalar? ReadKey()
    {
        if (_parser.Current is not Scalar || ReadNode(Span(_parser.Current), 0) is not YamlScalar key)
        {
            return _failed ? null : (YamlScalar?)Fail(ParseDiagnostics.YamlKeyNotText(Span(_parser.Current!)));
        }

        if (key.IsPlain && key.Text.AsSpan().Trim("\u3000\u00A0\u200B\uFEFF").Length < key.Text.Length)
        {
            _found.Add(ParseDiagnostics.YamlWideSpace(key.Where));
            return key with { Text = key.Text.Trim('\u3000', '\u00A0', '\u200B', '\uFEFF') };
        }

        return key;
    }

    private static SourceSpan? FindFirst(ImmutableArray<YamlEntry>.Builder entries, ref Dictionary<string, SourceSpan>? places, string key)
    {
        if (entries.Count < FewKeys)
        {
            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i].Key == key)
                {
                    return entries[i].KeyWhere;
                }
            }

            return null;
        }

        places ??= new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        for (var next = places.Count; next < entries.Count; next++)
        {
            places.Add(entries[next].Key, entries[next].KeyWhere);
        }

        return places.TryGetValue(key, out var first) ? first : null;
    }

    private void Next()
    {
        if (_failed)
        {
            return;
        }

        try
        {
            _parser.MoveNext();
        }
        catch (Exception error)
        {
            // Besides YamlException there are InvalidOperationException and index errors from broken texts.
            var at = error as YamlException;
            var failure = new YamlFailure(
                _source, _start, _end, Trace(), at is null ? null : _start + (int)at.Start.Index, at is null ? _end : _start + (int)at.End.Index, error.Message);
            Fail(failure.Explain());
            return;
        }

        // Where a stream or document starts that is not marked, the parser gives the place that it has looked ahead to.
        if (_parser.Current is NodeEvent or SequenceEnd or MappingEnd)
        {
            Note(_parser.Current);
        }
    }

    private void Note(ParsingEvent current)
    {
        if (current is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow })
        {
            _openBrackets.Push(_start + (int)current.Start.Index);
        }

        _lastIsBracket = current is SequenceEnd or MappingEnd && _openBrackets.TryPop(out _);
        _last = current;
    }

    private YamlTrace Trace()
    {
        var span = _last is null ? _source.Span(_start, 0) : Span(_last);
        var closes = _lastIsBracket || _last is Scalar { Style: not ScalarStyle.Plain };
        return new YamlTrace(span.Start, span.Start + span.Length, closes, _openBrackets.TryPeek(out var open) ? open : null);
    }

    private YamlNode? Fail(Diagnostic diagnostic)
    {
        _failed = true;
        _found.Add(diagnostic);
        return null;
    }

    private SourceSpan Span(ParsingEvent parsed)
    {
        var start = Math.Min(_end, _start + (int)parsed.Start.Index);
        var end = Math.Min(_end, _start + (int)parsed.End.Index);
        while (end > start && _source.Text[end - 1] is '\n' or '\r' or ' ')
        {
            end--;
        }

        return _source.Span(start, Math.Max(0, end - start));
    }

    /// <summary>From bracket to bracket; of an indented block its first entry. To be called at the closing event.</summary>
    private SourceSpan Whole(NodeEvent opening, bool isFlow, SourceSpan? first)
    {
        var start = Span(opening).Start;
        if (isFlow && !_failed)
        {
            return _source.Span(start, Math.Min(_end, _start + (int)_parser.Current!.Start.Index + 1) - start);
        }

        return first ?? _source.Span(start, 0);
    }

    /// <summary>The dash of a list's next entry, where the entry is empty and nothing else can be underlined.</summary>
    private SourceSpan DashOfEmpty(int before)
    {
        var here = Span(_parser.Current!).Start;
        var dash = before < here ? _source.Text.IndexOf('-', before, here - before) : -1;
        return dash < 0 ? _source.Span(Math.Min(before, here), 0) : _source.Span(dash, 1);
    }

    private SourceSpan FirstWord(SourceSpan span)
    {
        var length = _source.Text.AsSpan(span.Start, span.Length).IndexOfAny(" \t\r\n");
        return length < 0 ? span : span with { Length = length };
    }

    private string TextOf(SourceSpan span) => _source.Text.Substring(span.Start, span.Length);
}
