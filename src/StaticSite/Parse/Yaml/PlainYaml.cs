using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

/// <summary>
/// The YAML that nearly all authors write: blocks of keys and lists, texts on one line, plain or in quotation marks, brackets
/// on one line. It is read in one go and ten times as fast as by the parser, to which everything rarer is left, and everything
/// that could be a mistake.
/// </summary>
internal sealed partial class PlainYaml
{
    private const int DeepestNesting = 32;
    private const int FewKeys = 16;

    private static readonly SearchValues<char> s_plain = SearchValues.Create([.. Enumerable.Range(' ', '\u007F' - ' ').Select(c => (char)c), '\n']);

    private readonly SourceFile _source;
    private readonly string _text;
    private readonly int _end;
    /// <summary>Of the mappings and lists that are being read, those of the innermost last.</summary>
    private readonly List<YamlEntry> _entries = [];
    private readonly List<YamlNode> _items = [];

    private int _at;

    /// <summary>Of the line at hand; -1 after the last one.</summary>
    private int _indent;

    private PlainYaml(SourceFile source, int start, int length) => (_source, _text, _at, _end) = (source, source.Text, start, start + length);

    /// <returns>Null where the text holds anything else. That does not say that it is wrong.</returns>
    public static YamlNode? Find(SourceFile source, int start, int length)
    {
        var yaml = new PlainYaml(source, start, length);
        if (!yaml.IsUsual())
        {
            return null;
        }

        yaml.SkipToContent();
        var root = yaml._indent < 0 ? null : yaml.ReadBlock(yaml._indent, 0);
        return yaml._indent < 0 ? root : null;
    }

    private bool IsUsual()
    {
        for (var i = _at; i < _end; i++)
        {
            if (_text[i] < '\u007F' && (i = FindUnplain(i)) == _end)
            {
                break;
            }

            if (!IsUsual(_text[i]) && !(_text[i] == '\r' && i + 1 < _end && _text[i + 1] == '\n'))
            {
                return false;
            }
        }

        return true;
    }

    private int FindUnplain(int from) => _text.AsSpan(from, _end - from).IndexOfAnyExcept(s_plain) is >= 0 and var at ? from + at : _end;

    /// <summary>No tab, no control character, nothing invisible and no half of a pair.</summary>
    private static bool IsUsual(char c) => c is (>= ' ' and < '\u007F') or '\n' or (>= '\u00A0' and < '\u2028')
        or (> '\u202E' and < '\u2066') or (> '\u2069' and < '\uD800') or (>= '\uE000' and < '\uFDD0') or (>= '\uFDF0' and < '\uFEFF') or (> '\uFEFF' and < '\uFFFE');

    /// <summary>Keys or a list, the lines of which are indented alike.</summary>
    private YamlNode? ReadBlock(int indent, int depth) =>
        depth > DeepestNesting ? null : IsDash() ? ReadList(indent, depth) : ReadKeys(indent, depth);

    private YamlSequence? ReadList(int indent, int depth)
    {
        var first = _items.Count;
        while (_indent == indent && IsDash())
        {
            var dash = _at++;
            SkipSpaces();
            if (ReadItem(indent + _at - dash, depth) is not { } item)
            {
                return null;
            }

            _items.Add(item);
        }

        if (_indent > indent)
        {
            return null;
        }

        var where = _items[first].Where;
        return new YamlSequence(TakeFrom(_items, first), where);
    }

    private YamlNode? ReadItem(int column, int depth)
    {
        if (IsAtKey())
        {
            _indent = column;
            return ReadKeys(column, depth + 1);
        }

        return ReadInline(depth + 1);
    }

    private YamlMapping? ReadKeys(int indent, int depth)
    {
        var first = _entries.Count;
        HashSet<string>? keys = null;
        while (_indent == indent)
        {
            if (ReadKey() is not { } key || !IsNew(first, ref keys, key.Text) || ReadValue(key, indent, depth) is not { } value)
            {
                return null;
            }

            _entries.Add(new YamlEntry(key.Text, key.Where, value));
        }

        if (_indent > indent)
        {
            return null;
        }

        var where = _entries[first].KeyWhere;
        return new YamlMapping(TakeFrom(_entries, first), where);
    }

    /// <param name="first">Where the entries of the mapping begin.</param>
    private bool IsNew(int first, ref HashSet<string>? keys, string key)
    {
        if (_entries.Count - first < FewKeys)
        {
            for (var i = first; i < _entries.Count; i++)
            {
                if (_entries[i].Key == key)
                {
                    return false;
                }
            }

            return true;
        }

        keys ??= _entries.Skip(first).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        return keys.Add(key);
    }

    private YamlNode? ReadValue(YamlKey key, int indent, int depth)
    {
        SkipSpaces();
        if (!IsAtLineEnd())
        {
            return ReadInline(depth + 1);
        }

        SkipToContent();
        if (_indent > indent)
        {
            return ReadBlock(_indent, depth + 1);
        }

        return _indent == indent && IsDash() ? ReadList(indent, depth + 1) : new YamlScalar("", true, key.Where);
    }

    /// <summary>What stands on the rest of the line.</summary>
    private YamlNode? ReadInline(int depth)
    {
        if (_at >= _end || depth > DeepestNesting)
        {
            return null;
        }

        var node = _text[_at] switch
        {
            '{' or '[' => ReadBrackets(depth),
            '"' or '\'' => ReadQuoted(),
            _ => ReadPlain(),
        };
        SkipSpaces();
        if (node is null || !IsAtLineEnd())
        {
            return null;
        }

        SkipToContent();
        return node;
    }

    private static ImmutableArray<T> TakeFrom<T>(List<T> all, int first)
    {
        var taken = ImmutableArray.Create(CollectionsMarshal.AsSpan(all)[first..]);
        all.RemoveRange(first, all.Count - first);
        return taken;
    }

    private bool IsDash() => _at + 1 < _end && _text[_at] == '-' && _text[_at + 1] == ' ';

    private bool IsAtLineEnd() => _at >= _end || _text[_at] is '\n' or '\r';

    private void SkipSpaces()
    {
        while (_at < _end && _text[_at] == ' ')
        {
            _at++;
        }
    }

    /// <summary>To the first character of the next line that is neither blank nor a comment.</summary>
    private void SkipToContent()
    {
        while (_at < _end)
        {
            var start = _at;
            SkipSpaces();
            if (_at < _end && !IsAtLineEnd() && _text[_at] != '#')
            {
                _indent = _at - start;
                return;
            }

            var lineEnd = _text.IndexOf('\n', _at, _end - _at);
            _at = lineEnd < 0 ? _end : lineEnd + 1;
        }

        _indent = -1;
    }

    private readonly record struct YamlKey(string Text, SourceSpan Where);

    private SourceSpan Span(int start) => _source.Span(start, _at - start);
}
