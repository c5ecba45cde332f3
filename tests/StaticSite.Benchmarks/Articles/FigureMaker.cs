using System.Globalization;

namespace StaticSite.Benchmarks.Articles;

/// <summary>Drawings of bars, a line, or points.</summary>
internal static class FigureMaker
{
    private const int Width = 320, Height = 200;

    public static string Create(int kind, Random random)
    {
        var colour = $"#{random.Next(0x30, 0xB0):x2}{random.Next(0x30, 0xB0):x2}{random.Next(0x30, 0xB0):x2}";
        var drawing = (kind % 3) switch
        {
            0 => Many(8, i => Bar(i, random.Next(10, 170), colour)),
            1 => Text($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{Many(18, i => Text($"{10 + 17 * i},{random.Next(10, Height - 10)} ")).TrimEnd()}\"/>"),
            _ => Many(10, _ => Text($"<circle cx=\"{random.Next(10, Width - 10)}\" cy=\"{random.Next(10, Height - 10)}\" r=\"{random.Next(3, 14)}\" fill=\"{colour}\" fill-opacity=\".6\"/>")),
        };
        return Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\">{drawing}</svg>\n");
    }

    private static string Bar(int index, int height, string colour) =>
        Text($"<rect x=\"{20 + 36 * index}\" y=\"{Height - 15 - height}\" width=\"24\" height=\"{height}\" fill=\"{colour}\"/>");

    private static string Many(int count, Func<int, string> one) => string.Concat(Enumerable.Range(0, count).Select(one));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
