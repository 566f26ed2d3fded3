using System.Collections.Immutable;
using Repository.Web.Media;

namespace Repository.Web.Site.Reading;

/// <summary>A small table that an editor typed: the first line names the columns.</summary>
internal sealed record TableText(string? Caption, string? Note, ImmutableArray<string> Head, ImmutableArray<ImmutableArray<string>> Rows)
{
    public static TableText Read(BlockValues block)
    {
        var lines = TypedTable.Read(block.Text("rows") ?? "");
        return new TableText(block.Text("caption"), block.Text("note"), lines is [var head, ..] ? head : [], [.. lines.Skip(1)]);
    }
}
