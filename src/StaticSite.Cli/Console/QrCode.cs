using System.Text;
using QRCoder;

namespace StaticSite.Cli.Console;

/// <summary>An address for a telephone's camera, two modules a character.</summary>
internal static class QrCode
{
    /// <summary>Drawn light on dark with a light margin, so that it can be read on terminals of either kind.</summary>
    public static string Of(string text)
    {
        var modules = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        var lines = new StringBuilder();
        for (var row = 0; row < modules.Count; row += 2)
        {
            lines.Append("  ");
            for (var column = 0; column < modules[row].Count; column++)
            {
                var (isUpperLight, isLowerLight) = (!modules[row][column], row + 1 >= modules.Count || !modules[row + 1][column]);
                lines.Append((isUpperLight, isLowerLight) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }

            lines.Append('\n');
        }

        return lines.ToString();
    }
}
