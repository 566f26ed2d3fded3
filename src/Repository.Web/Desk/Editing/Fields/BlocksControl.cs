using System.Collections.Immutable;
using Repository.Core.Editors.Blocks;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>The blocks of one property as a form shows them.</summary>
/// <param name="Broken">The stored text, where it holds no blocks that could be read.</param>
internal sealed record BlocksControl(Field Field, ImmutableArray<BlockControl> Blocks, BlockOffer Offer, int Most, string? Broken)
{
    public bool IsGrid => Field.Property.DataType.EditorAlias == BlockText.Grid;

    public static BlocksControl Of(Field field)
    {
        var alias = field.Property.DataType.EditorAlias;
        var declarations = BlockDeclarations.Of(field.Property.DataType);
        var document = field.Stored.Length == 0 ? BlockDocument.Empty : BlockText.Read(field.Stored, alias);
        var making = new BlockMaking(field, declarations, document ?? BlockDocument.Empty);
        return new BlocksControl(
            field,
            making.Make(document?.Layout ?? [], field.Name),
            new BlockOffer(field.Name, field.Name, field.Property.DataType.Key, [.. declarations.All.Where(block => block.IsAllowedAtRoot).Select(block => OfferedBlock.Of(block, field)).OfType<OfferedBlock>()]),
            IsSingle(field.Property.DataType) ? 1 : 0,
            document is null ? field.Stored : null);
    }

    private static bool IsSingle(DataType dataType) => Core.Editors.JsonMembers.Flag(dataType.Config, "useSingleBlockMode");
}

/// <summary>A kind of block that can be added.</summary>
internal sealed record OfferedBlock(Guid Type, string Name, string Description)
{
    public static OfferedBlock? Of(BlockDeclaration block, Field field) =>
        field.Setting.Schema.Type(block.ContentTypeKey) is { Kind: ContentTypeKind.Element } type ? new OfferedBlock(type.Key, type.Name, type.Description) : null;
}

/// <summary>Where blocks can be added, and which.</summary>
/// <param name="Into">The name under which their keys are sent.</param>
/// <param name="List">What the names of their controls begin with.</param>
internal sealed record BlockOffer(string Into, string List, Guid DataType, ImmutableArray<OfferedBlock> Blocks);

/// <summary>One block: its fields, those of its look, and on a grid its size and what lies in its areas.</summary>
/// <param name="Into">The name under which its key is sent.</param>
/// <param name="Name">What the names of its controls begin with.</param>
/// <param name="Type">Null for a kind of block that the schema no longer has: it is kept, not shown.</param>
internal sealed record BlockControl(string Into, string Name, Guid Key, Guid TypeKey, ContentType? Type, string Title)
{
    public ImmutableArray<Field> Fields { get; init; } = [];

    public ImmutableArray<Field> Look { get; init; } = [];

    /// <summary>The key of its look; a new one where it has none yet.</summary>
    public Guid? LookKey { get; init; }

    public ImmutableArray<AreaControl> Areas { get; init; } = [];

    /// <summary>0 outside of grids.</summary>
    public int ColumnSpan { get; init; }

    public int RowSpan { get; init; }

    public ImmutableArray<int> ColumnSpans { get; init; } = [];

    public int MostRows { get; init; } = 1;

    /// <summary>Just added: nothing of it is worth hiding.</summary>
    public bool IsNew { get; init; }
}

internal sealed record AreaControl(string Alias, ImmutableArray<BlockControl> Blocks, BlockOffer Offer);
