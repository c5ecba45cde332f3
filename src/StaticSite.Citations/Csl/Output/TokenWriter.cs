using System.Collections.Immutable;
using System.Text;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Writes tokens in one form of output. Formatting that is in force already is not written again, markup flips.</summary>
internal sealed class TokenWriter(OutputFormat format)
{
    private readonly StringBuilder _output = new();
    private readonly List<string> _openTags = [];
    private readonly List<string> _closeTags = [];
    private ImmutableArray<CitationRun>.Builder? _runs;
    private Frame[] _open = new Frame[16];
    private int _depth;
    private State _state;
    private int? _cite;

    public string Write(TokenRow row)
    {
        Start();
        WriteAll(row);
        return _output.ToString();
    }

    /// <summary>Pieces that are balanced each by itself, split where a cite begins or ends.</summary>
    public ImmutableArray<CitationRun> WriteRuns(TokenRow row)
    {
        Start();
        _runs = ImmutableArray.CreateBuilder<CitationRun>();
        WriteAll(row);
        EndRun(null);
        var runs = _runs.ToImmutable();
        _runs = null;
        return runs;
    }

    private void Start()
    {
        _output.Clear();
        _openTags.Clear();
        _closeTags.Clear();
        (_depth, _state, _cite, _runs) = (0, default, null, null);
    }

    private void WriteAll(TokenRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            ref readonly var token = ref row[i];
            switch (token.Kind)
            {
                case TokenKind.OpenFont:
                    Push();
                    Open(token.Font);
                    break;
                case TokenKind.OpenMarkup:
                    Push();
                    Open(token.Markup);
                    break;
                case TokenKind.OpenDisplay:
                    Push();
                    Open(format.Of(token.Display));
                    break;
                case TokenKind.OpenCite:
                    Push();
                    SwitchTo(token.Cite);
                    break;
                case TokenKind.Close:
                    Close();
                    break;
                default:
                    format.Append(_output, token.Text);
                    break;
            }
        }
    }

    private void Push()
    {
        if (_depth == _open.Length)
        {
            var longer = new Frame[_depth * 2];
            Array.Copy(_open, longer, _depth);
            _open = longer;
        }

        _open[_depth++] = new(_state, _closeTags.Count, _cite);
    }

    private void Open((string Open, string Close) tag)
    {
        _output.Append(tag.Open);
        _openTags.Add(tag.Open);
        _closeTags.Add(tag.Close);
    }

    private void Open(Look look, State state)
    {
        Open(format.Of(look));
        _state = state;
    }

    private void Close()
    {
        var frame = _open[--_depth];
        for (var i = _closeTags.Count - 1; i >= frame.Tags; i--)
        {
            _output.Append(_closeTags[i]);
            _openTags.RemoveAt(i);
            _closeTags.RemoveAt(i);
        }

        _state = frame.Before;
        SwitchTo(frame.Cite);
    }

    private void SwitchTo(int? cite)
    {
        if (_runs is not null && cite != _cite)
        {
            EndRun(cite);
        }

        _cite = cite;
    }

    private void EndRun(int? next)
    {
        for (var i = _closeTags.Count - 1; i >= 0; i--)
        {
            _output.Append(_closeTags[i]);
        }

        var html = _output.ToString();
        _output.Clear();
        var opened = string.Concat(_openTags);
        if (html.Length > 0 && html != opened + string.Concat(_closeTags.AsEnumerable().Reverse()))
        {
            _runs!.Add(new(html, _cite));
        }

        _cite = next;
        _output.Append(opened);
    }

    private void Open(Font font)
    {
        var state = _state;
        if (font.Style is FontStyle.Italic or FontStyle.Oblique && !state.Italic)
        {
            Open(Look.Italic, state with { Italic = true });
        }
        else if (font.Style == FontStyle.Normal && state.Italic)
        {
            Open(Look.NoItalic, state with { Italic = false });
        }

        if (font.Variant == FontVariant.SmallCaps && !state.SmallCaps)
        {
            Open(Look.SmallCaps, _state with { SmallCaps = true });
        }
        else if (font.Variant == FontVariant.Normal && state.SmallCaps)
        {
            Open(Look.NoSmallCaps, _state with { SmallCaps = false });
        }

        OpenWeight(font.Weight);
        if (font.Decoration == TextDecoration.Underline && !state.Underline)
        {
            Open(Look.Underline, _state with { Underline = true });
        }
        else if (font.Decoration == TextDecoration.None && state.Underline)
        {
            Open(Look.NoUnderline, _state with { Underline = false });
        }

        if (font.Align != VerticalAlign.Unset)
        {
            Open(Of(font.Align), _state);
        }
    }

    private void OpenWeight(FontWeight weight)
    {
        if (weight == FontWeight.Bold && !_state.Bold)
        {
            Open(Look.Bold, _state with { Bold = true });
        }
        else if (weight == FontWeight.Normal && _state.Bold)
        {
            Open(Look.NoBold, _state with { Bold = false });
        }
        else if (weight == FontWeight.Light)
        {
            Open(Look.Light, _state);
        }
    }

    private static Look Of(VerticalAlign align) => align switch
    {
        VerticalAlign.Superscript => Look.Superscript,
        VerticalAlign.Subscript => Look.Subscript,
        _ => Look.Baseline,
    };

    private void Open(Markup markup)
    {
        switch (markup)
        {
            case Markup.Italic:
                Open(_state.Italic ? Look.NoItalic : Look.Italic, _state with { Italic = !_state.Italic });
                break;
            case Markup.Bold:
                Open(_state.Bold ? Look.NoBold : Look.Bold, _state with { Bold = !_state.Bold });
                break;
            case Markup.SmallCaps:
                Open(_state.SmallCaps ? Look.NoSmallCaps : Look.SmallCaps, _state with { SmallCaps = !_state.SmallCaps });
                break;
            case Markup.Superscript:
                Open(Look.Superscript, _state);
                break;
            case Markup.Subscript:
                Open(Look.Subscript, _state);
                break;
            case Markup.NoDecoration:
                Open(new Font(FontStyle.Normal, FontVariant.Normal, FontWeight.Normal, TextDecoration.None));
                break;
        }
    }

    private readonly record struct State(bool Italic, bool Bold, bool SmallCaps, bool Underline);

    /// <param name="tags">How many were open before.</param>
    private readonly struct Frame(State before, int tags, int? cite)
    {
        public readonly State Before = before;
        public readonly int Tags = tags;
        public readonly int? Cite = cite;
    }
}
