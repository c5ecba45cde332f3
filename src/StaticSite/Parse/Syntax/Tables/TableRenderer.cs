using System.Globalization;
using Markdig.Extensions.Tables;
using StaticSite.Model;
using StaticSite.Parse.Syntax.Attributes;

namespace StaticSite.Parse.Syntax.Tables;

/// <summary>Pipe tables: alignment by class, in a box that scrolls by itself where a phone is too narrow.</summary>
internal sealed class TableRenderer : SlotRenderer<Table>
{
    protected override void Write(SlotHtmlRenderer renderer, Table obj)
    {
        var caption = TableCaptions.Of(obj);
        var captionId = caption is null ? null : CaptionId(renderer.Page, caption);
        renderer.StartLine();
        if (captionId is null)
        {
            renderer.Raw("<div class=\"table-scroll\">\n<table");
        }
        else
        {
            renderer.Raw("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"").Escaped(captionId).Raw("\">\n<table");
        }

        AttributeWriter.Write(renderer, obj, "table", null, caption is null ? [] : ["id"]);
        WriteCaption(renderer, caption, captionId);
        WriteRows(renderer, obj);
        renderer.Raw("</table>\n</div>\n");
    }

    private static string CaptionId(PageBuilder page, TableCaption caption) =>
        page.CreateId(AttributeList.Of(caption)?.Id is { } id ? id + "-caption" : "table-caption");

    private static void WriteCaption(SlotHtmlRenderer renderer, TableCaption? caption, string? captionId)
    {
        if (caption is null)
        {
            renderer.Raw(">\n");
            return;
        }

        AttributeWriter.Write(renderer, caption, "table");
        renderer.Raw(">\n<caption");
        if (captionId is not null)
        {
            renderer.Raw(" id=\"").Escaped(captionId).Raw("\"");
        }

        renderer.Raw(">");
        WriteLabel(renderer, caption);
        renderer.WriteChildren(caption.Inline!);
        renderer.Raw("</caption>\n");
        renderer.Caption = null;
        renderer.Text.EndBlock();
    }

    private static void WriteLabel(SlotHtmlRenderer renderer, TableCaption caption)
    {
        var page = renderer.Page;
        if (AttributeList.Of(caption)?.Find("id") is not { } id || !id.Value.StartsWith("tbl-", StringComparison.Ordinal))
        {
            return;
        }

        var number = page.NextNumber(CrossReferenceKind.Table).ToString(CultureInfo.InvariantCulture);
        page.Numbered.Add(new Numbered(CrossReferenceKind.Table, id.Value, number, null, page.Span(id.Span)));
        renderer.Slot(new LabelSlot(page.Span(caption.Span), CrossReferenceKind.Table, number));
        renderer.Raw(" ");
        renderer.Caption = (CrossReferenceKind.Table, number);
    }

    private static void WriteRows(SlotHtmlRenderer renderer, Table table)
    {
        var section = "";
        foreach (var block in table)
        {
            var row = (TableRow)block;
            var wanted = row.IsHeader ? "thead" : "tbody";
            if (section != wanted)
            {
                renderer.Raw(section.Length == 0 ? "" : $"</{section}>\n").Raw($"<{wanted}>\n");
                section = wanted;
            }

            WriteRow(renderer, table, row);
        }

        renderer.Raw(section.Length == 0 ? "" : $"</{section}>\n");
    }

    private static void WriteRow(SlotHtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Raw("<tr>\n");
        var outer = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = (TableCell)row[i];
            var column = cell.ColumnIndex < 0 ? i : cell.ColumnIndex;
            var alignment = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
            var element = row.IsHeader ? "th" : "td";
            renderer.Raw(row.IsHeader ? "<th scope=\"col\"" : "<td");
            AttributeWriter.Write(renderer, cell, element, ClassOf(alignment), "scope");
            renderer.Raw(">");
            renderer.WriteChildren(cell);
            renderer.Raw("</").Raw(element).Raw(">\n");
            renderer.Text.EndBlock();
        }

        renderer.ImplicitParagraph = outer;
        renderer.Raw("</tr>\n");
    }

    private static string? ClassOf(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Left => "align-left",
        TableColumnAlign.Center => "align-center",
        TableColumnAlign.Right => "align-right",
        _ => null,
    };
}
