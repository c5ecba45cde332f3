using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>The one place where XML is read. Files come from outside: no DTD, no entities of their own, a limit on size and depth.</summary>
internal static class XmlSource
{
    private const int MostCharacters = 16_000_000;
    private const int DeepestElement = 200;

    public static XElement? Read(string xml, ImmutableArray<CslDiagnostic>.Builder diagnostics)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')), Settings);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root;
            if (root is not null && FindTooDeep(root) is { } deep)
            {
                diagnostics.Add(At(deep, true, $"Elements are nested more than {DeepestElement} deep."));
                return null;
            }

            return root;
        }
        catch (XmlException error)
        {
            diagnostics.Add(new(error.LineNumber, error.LinePosition, true, "This is not well-formed XML: " + error.Message));
            return null;
        }
    }

    public static CslDiagnostic At(XObject place, bool isError, string message)
    {
        var info = (IXmlLineInfo)place;
        return info.HasLineInfo() ? new(info.LineNumber, info.LinePosition, isError, message) : new(0, 0, isError, message);
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static XElement? FindTooDeep(XElement root)
    {
        var open = new Stack<(XElement Element, int Depth)>();
        open.Push((root, 1));
        while (open.TryPop(out var next))
        {
            if (next.Depth > DeepestElement)
            {
                return next.Element;
            }

            foreach (var child in next.Element.Elements())
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return null;
    }
}
