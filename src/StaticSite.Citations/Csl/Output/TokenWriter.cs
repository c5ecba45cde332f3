using System.Collections.Immutable;
using System.Text;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Writes tokens in one form of output. Formatting that is in force already is not written again, markup flips.</summary>
internal sealed class TokenWriter(OutputFormat format)
{
    private readonly StringBuilder _output = new();
    private readonly Stack<Frame> _open = new();
    private readonly ImmutableArray<CitationRun>.Builder _runs = ImmutableArray.CreateBuilder<CitationRun>();
    private State _state;
    private int? _cite;

    public static string Write(List<Token> tokens, OutputFormat format)
    {
        var writer = new TokenWriter(format);
        writer.WriteAll(tokens, splits: false);
        return writer._output.ToString();
    }

    /// <summary>Pieces that are balanced each by itself, split where a cite begins or ends.</summary>
    public static ImmutableArray<CitationRun> WriteRuns(List<Token> tokens, OutputFormat format)
    {
        var writer = new TokenWriter(format);
        writer.WriteAll(tokens, splits: true);
        writer.EndRun(null);
        return writer._runs.ToImmutable();
    }

    private void WriteAll(List<Token> tokens, bool splits)
    {
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.OpenFont:
                    Open(Looks(token.Font));
                    break;
                case TokenKind.OpenMarkup:
                    Open(Looks(token.Markup));
                    break;
                case TokenKind.OpenDisplay:
                    _open.Push(new(_state, [format.Of(token.Display)], _cite));
                    _output.Append(format.Of(token.Display).Open);
                    break;
                case TokenKind.OpenCite:
                    _open.Push(new(_state, [], _cite));
                    SwitchTo(token.Cite, splits);
                    break;
                case TokenKind.Close:
                    Close(splits);
                    break;
                default:
                    format.Append(_output, token.Text);
                    break;
            }
        }
    }

    private void Open(List<(Look Look, State State)> looks)
    {
        var frame = new Frame(_state, [.. looks.Select(look => format.Of(look.Look))], _cite);
        foreach (var (open, _) in frame.Tags)
        {
            _output.Append(open);
        }

        if (looks.Count > 0)
        {
            _state = looks[^1].State;
        }

        _open.Push(frame);
    }

    private void Close(bool splits)
    {
        var frame = _open.Pop();
        for (var i = frame.Tags.Length - 1; i >= 0; i--)
        {
            _output.Append(frame.Tags[i].Close);
        }

        _state = frame.Before;
        SwitchTo(frame.Cite, splits);
    }

    private void SwitchTo(int? cite, bool splits)
    {
        if (splits && cite != _cite)
        {
            EndRun(cite);
        }

        _cite = cite;
    }

    private void EndRun(int? next)
    {
        var frames = _open.Reverse().ToList();
        foreach (var (_, close) in frames.AsEnumerable().Reverse().SelectMany(frame => frame.Tags.Reverse()))
        {
            _output.Append(close);
        }

        var html = _output.ToString();
        _output.Clear();
        var opened = string.Concat(frames.SelectMany(frame => frame.Tags).Select(tag => tag.Open));
        if (html.Length > 0 && html != opened + string.Concat(frames.AsEnumerable().Reverse().SelectMany(frame => frame.Tags.Reverse()).Select(tag => tag.Close)))
        {
            _runs.Add(new(html, _cite));
        }

        _cite = next;
        _output.Append(opened);
    }

    private List<(Look Look, State State)> Looks(Font font)
    {
        var looks = new List<(Look, State)>();
        var state = _state;
        if (font.Style is FontStyle.Italic or FontStyle.Oblique && !state.Italic)
        {
            looks.Add((Look.Italic, state = state with { Italic = true }));
        }
        else if (font.Style == FontStyle.Normal && state.Italic)
        {
            looks.Add((Look.NoItalic, state = state with { Italic = false }));
        }

        if (font.Variant == FontVariant.SmallCaps && !state.SmallCaps)
        {
            looks.Add((Look.SmallCaps, state = state with { SmallCaps = true }));
        }
        else if (font.Variant == FontVariant.Normal && state.SmallCaps)
        {
            looks.Add((Look.NoSmallCaps, state = state with { SmallCaps = false }));
        }

        if (font.Weight == FontWeight.Bold && !state.Bold)
        {
            looks.Add((Look.Bold, state = state with { Bold = true }));
        }
        else if (font.Weight == FontWeight.Normal && state.Bold)
        {
            looks.Add((Look.NoBold, state = state with { Bold = false }));
        }
        else if (font.Weight == FontWeight.Light)
        {
            looks.Add((Look.Light, state));
        }

        if (font.Decoration == TextDecoration.Underline && !state.Underline)
        {
            looks.Add((Look.Underline, state = state with { Underline = true }));
        }
        else if (font.Decoration == TextDecoration.None && state.Underline)
        {
            looks.Add((Look.NoUnderline, state = state with { Underline = false }));
        }

        if (font.Align != VerticalAlign.Unset)
        {
            var look = font.Align switch
            {
                VerticalAlign.Superscript => Look.Superscript,
                VerticalAlign.Subscript => Look.Subscript,
                _ => Look.Baseline,
            };
            looks.Add((look, state));
        }

        return looks;
    }

    private List<(Look Look, State State)> Looks(Markup markup) => markup switch
    {
        Markup.Italic => [(_state.Italic ? Look.NoItalic : Look.Italic, _state with { Italic = !_state.Italic })],
        Markup.Bold => [(_state.Bold ? Look.NoBold : Look.Bold, _state with { Bold = !_state.Bold })],
        Markup.SmallCaps => [(_state.SmallCaps ? Look.NoSmallCaps : Look.SmallCaps, _state with { SmallCaps = !_state.SmallCaps })],
        Markup.Superscript => [(Look.Superscript, _state)],
        Markup.Subscript => [(Look.Subscript, _state)],
        Markup.NoDecoration => Looks(new Font(FontStyle.Normal, FontVariant.Normal, FontWeight.Normal, TextDecoration.None)),
        _ => [],
    };

    private readonly record struct State(bool Italic, bool Bold, bool SmallCaps, bool Underline);

    private readonly record struct Frame(State Before, (string Open, string Close)[] Tags, int? Cite);
}
