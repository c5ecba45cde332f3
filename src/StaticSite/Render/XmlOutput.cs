using System.Text;
using System.Xml;

namespace StaticSite.Render;

/// <summary>An XML file of the output: UTF-8 without a byte order mark, indented, <c>\n</c>.</summary>
internal static class XmlOutput
{
    public static byte[] Create(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            write(xml);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
