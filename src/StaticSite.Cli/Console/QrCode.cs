using System.Text;
using QRCoder;

namespace StaticSite.Cli.Console;

/// <summary>An address for a telephone's camera, two modules a character.</summary>
internal static class QrCode
{
    /// <summary>
    /// Black on white, with a white margin. Where colours are not allowed, the light modules are drawn in the terminal's own, which is
    /// right where that is light on dark.
    /// </summary>
    public static string Of(string text, Ansi ansi)
    {
        var modules = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        var lines = new StringBuilder();
        for (var row = 0; row < modules.Count; row += 2)
        {
            var line = new StringBuilder();
            for (var column = 0; column < modules.Count; column++)
            {
                line.Append((IsDrawn(row, column), IsDrawn(row + 1, column)) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }

            lines.Append("  ").Append(ansi.BlackOnWhite(line.ToString())).Append('\n');
        }

        return lines.ToString();

        bool IsDrawn(int row, int column) => (row < modules.Count && modules[row][column]) == ansi.IsOn;
    }
}
