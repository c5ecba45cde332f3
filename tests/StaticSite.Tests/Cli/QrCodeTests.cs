using StaticSite.Cli.Console;

namespace StaticSite.Tests.Cli;

public sealed class QrCodeTests
{
    private const string Address = "http://192.168.1.20:4000/";

    /// <summary>Version 2: 25 modules, and four on each side that stay light.</summary>
    private const int Size = 33;

    private const string Begin = "\e[38;5;16;48;5;231m", End = "\e[0m";

    private static readonly Ansi s_plain = new(IsOn: false), s_coloured = new(IsOn: true);

    [Fact]
    public void Two_rows_of_modules_make_a_line()
    {
        var lines = Lines(s_plain);

        Assert.Equal((Size + 1) / 2, lines.Length);
        Assert.All(lines, line => Assert.Equal(Size, line.Length));
    }

    [Fact]
    public void Four_modules_around_it_are_light()
    {
        var (light, lines) = (new string('█', Size), Lines(s_plain));

        Assert.Equal([light, light], lines[..2]);
        Assert.Equal([light, light], lines[^2..]);
        Assert.All(lines, line => Assert.Equal(("████", "████"), (line[..4], line[^4..])));
        Assert.NotEqual(light, lines[2]);
    }

    [Fact]
    public void The_same_text_makes_the_same_code() => Assert.Equal(
        (true, false), (QrCode.Of(Address, s_plain) == QrCode.Of(Address, s_plain), QrCode.Of(Address, s_plain) == QrCode.Of(Address + "x", s_plain)));

    [Fact]
    public void Colours_are_said_on_every_line_where_they_are_allowed()
    {
        Assert.DoesNotContain('\e', QrCode.Of(Address, s_plain));
        Assert.All(Lines(s_coloured), line => Assert.True(line.StartsWith(Begin, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal)));
    }

    [Fact]
    public void In_colours_the_dark_modules_are_drawn()
    {
        var coloured = Lines(s_coloured).Select(line => line[Begin.Length..^End.Length]);

        Assert.Equal(Lines(s_plain), coloured.Select(line => string.Concat(line.Select(Inverse))));
    }

    private static char Inverse(char drawn) => drawn switch { '█' => ' ', '▀' => '▄', '▄' => '▀', _ => '█' };

    private static string[] Lines(Ansi ansi) => [.. QrCode.Of(Address, ansi).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[2..])];
}
