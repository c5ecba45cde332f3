namespace StaticSite.Citations.Csl.Output;

/// <summary>
/// Makes the parts of a tree, and once the tree has been written makes the next one of the same parts: a list of references
/// asks for dozens of them an entry.
/// </summary>
internal sealed class NodePool
{
    /// <summary>A tree of more parts is an exception that is not worth the memory.</summary>
    private const int MostKept = 2048;

    private TextNode[] _texts = new TextNode[32];
    private GroupNode[] _groups = new GroupNode[32];
    private int _textCount;
    private int _groupCount;

    public TextNode Text(string text)
    {
        if (_textCount == _texts.Length)
        {
            Array.Resize(ref _texts, _textCount * 2);
        }

        ref var node = ref _texts[_textCount++];
        if (node is null)
        {
            return node = new(text);
        }

        node.Text = text;
        return node;
    }

    public GroupNode Group(string delimiter = "")
    {
        if (_groupCount == _groups.Length)
        {
            Array.Resize(ref _groups, _groupCount * 2);
        }

        ref var node = ref _groups[_groupCount++];
        if (node is null)
        {
            node = new();
        }
        else
        {
            node.Clear();
        }

        node.Delimiter = delimiter;
        return node;
    }

    public GroupNode Around(Node child)
    {
        var group = Group();
        group.Children.Add(child);
        return group;
    }

    public GroupNode Tagged(Tag tag, Node child)
    {
        var group = Around(child);
        group.Tag = tag;
        return group;
    }

    /// <summary>Takes all parts back; nobody may hold one any more.</summary>
    public void Clear()
    {
        (_textCount, _groupCount) = (0, 0);
        if (_texts.Length + _groups.Length > MostKept)
        {
            (_texts, _groups) = (new TextNode[32], new GroupNode[32]);
        }
    }
}
