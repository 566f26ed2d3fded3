namespace Repository.Core.Editors.Blocks;

/// <summary>Blocks as a property keeps them, for whoever puts them together. Whether they may be kept is for the editors to say.</summary>
public static class BlockText
{
    public const string List = BlockListEditor.SchemaAlias;
    public const string Grid = BlockGridEditor.SchemaAlias;

    /// <summary>Null for a text that holds no blocks.</summary>
    public static BlockDocument? Read(string stored, string editorAlias) => StoredJson.Parse(stored) is { } root ? BlockDocumentReader.Read(root, editorAlias) : null;

    /// <summary>Empty when nothing is in it.</summary>
    public static string Write(BlockDocument document, string editorAlias) =>
        document.IsEmpty ? "" : StoredJson.WriteCompact(json => BlockDocumentWriter.Write(json, document, editorAlias));
}
