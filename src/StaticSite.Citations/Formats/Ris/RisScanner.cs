using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>The lines of a RIS file. A line without a tag goes on with the one before.</summary>
internal sealed class RisScanner(string text, ImmutableArray<ReferenceProblem>.Builder problems)
{
    private readonly List<RisRecord> _records = [];
    private readonly StringBuilder _value = new();
    private RisRecord? _open;
    private RisLine _line;
    private bool _isStray;

    public static List<RisRecord> Scan(string text, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        var scanner = new RisScanner(text, problems);
        scanner.Scan();
        return scanner._records;
    }

    private void Scan()
    {
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : at + length;
            ReadLine(at, end);
            at = end + 1;
        }

        FinishLine();
        if (_open is { } last)
        {
            problems.Add(RisProblems.NotClosed(last.Type));
        }
    }

    private void ReadLine(int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var value = ValueStart(line);
        if (value < 0)
        {
            Continue(line);
            return;
        }

        FinishLine();
        var written = line[value..].Trim();
        var at = start + line.Length - line[value..].TrimStart().Length;
        var mark = line[0] == '\uFEFF' ? 1 : 0;
        _line = new RisLine(Tag(line[mark..]), "", at, written.Length) { TagStart = start + mark };
        _value.Append(written);
        if (_line.Tag == "TY")
        {
            Open(_line with { Value = written.ToString() });
        }
        else if (_line.Tag == "ER")
        {
            (_open, _line, _isStray) = (null, default, false);
            _value.Clear();
        }
    }

    private void Open(RisLine type)
    {
        if (_open is { } before)
        {
            problems.Add(RisProblems.NotClosed(before.Type));
        }

        _open = new RisRecord(type);
        _records.Add(_open);
        (_line, _isStray) = (default, false);
        _value.Clear();
    }

    /// <summary>Words before a record are those of the program that exported it.</summary>
    private void Continue(ReadOnlySpan<char> line)
    {
        var words = line.Trim();
        if (!words.IsEmpty && _line.Tag is not null)
        {
            _value.Append(_value.Length > 0 ? " " : "").Append(words);
        }
    }

    private void FinishLine()
    {
        if (_line.Tag is null)
        {
            return;
        }

        if (_open is null)
        {
            ReportStray();
        }
        else
        {
            _open.Lines.Add(_line with { Value = _value.ToString() });
        }

        _line = default;
        _value.Clear();
    }

    /// <summary>Once for all lines until the next record.</summary>
    private void ReportStray()
    {
        if (!_isStray)
        {
            _isStray = true;
            problems.Add(RisProblems.OutsideRecord(_line.TagStart, _line.Start + _line.Length - _line.TagStart, _line.Tag));
        }
    }

    private static string Tag(ReadOnlySpan<char> line) => line[..2] switch
    {
        "TY" => "TY",
        "ER" => "ER",
        "AU" => "AU",
        "KW" => "KW",
        var other => other.ToString(),
    };

    /// <summary><c>TY  - JOUR</c>; one space is enough, and none is needed after the hyphen of an empty value. -1 for a line without a tag.</summary>
    private static int ValueStart(ReadOnlySpan<char> line)
    {
        var mark = line.Length > 0 && line[0] == '\uFEFF' ? 1 : 0;
        var rest = line[mark..];
        if (rest.Length < 4 || !char.IsAsciiLetterUpper(rest[0]) || !(char.IsAsciiLetterUpper(rest[1]) || char.IsAsciiDigit(rest[1])) || rest[2] != ' ')
        {
            return -1;
        }

        var hyphen = 2;
        while (hyphen < rest.Length && rest[hyphen] == ' ' && hyphen < 5)
        {
            hyphen++;
        }

        return hyphen < rest.Length && rest[hyphen] == '-' && (hyphen + 1 == rest.Length || rest[hyphen + 1] == ' ') ? mark + hyphen + 1 : -1;
    }
}
