using Markdig.Extensions.TaskLists;

namespace StaticSite.Parse.Syntax.TaskLists;

/// <summary><c>- [x] done</c>: a check box that cannot be changed.</summary>
internal sealed class TaskListRenderer : SlotRenderer<TaskList>
{
    protected override void Write(SlotHtmlRenderer renderer, TaskList obj) =>
        renderer.Raw(obj.Checked ? "<input type=\"checkbox\" disabled checked>" : "<input type=\"checkbox\" disabled>");
}
