using Repository.USync.Xml;

namespace Repository.USync.Files;

internal enum EmptyChange
{
    /// <summary>The item is to be deleted.</summary>
    Delete,

    /// <summary>An old file name; nothing to do.</summary>
    Rename,

    /// <summary>All children of the item that have no file of their own are to be deleted.</summary>
    Clean,
}

/// <summary>What uSync leaves behind in the place of an item.</summary>
internal sealed record EmptyFile(Guid Key, string Alias, EmptyChange Change)
{
    public const string RootName = "Empty";

    public static EmptyFile Read(ElementReading root) => new(root.KeyAttribute(), root.Attribute("Alias") ?? "", ReadChange(root));

    private static EmptyChange ReadChange(ElementReading root)
    {
        switch (root.Attribute("Change")?.ToUpperInvariant())
        {
            case "DELETE": return EmptyChange.Delete;
            case "RENAME": return EmptyChange.Rename;
            case "CLEAN": return EmptyChange.Clean;
            default:
                root.Refuse("El atributo «Change» debe ser «Delete», «Rename» o «Clean».");
                return EmptyChange.Rename;
        }
    }
}
