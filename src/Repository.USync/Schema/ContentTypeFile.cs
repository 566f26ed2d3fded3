using System.Collections.Immutable;
using Repository.USync.Content;
using Repository.USync.Files;

namespace Repository.USync.Schema;

/// <summary>A document, element or media type with everything its file says, also what only a real Umbraco uses.</summary>
internal sealed record ContentTypeFile : ISchemaFile
{
    public required bool IsMedia { get; init; }
    public required Guid Key { get; init; }
    public required string Alias { get; init; }
    public int Level { get; init; } = 1;
    public required string Name { get; init; }
    public string Icon { get; init; } = "";
    public string Thumbnail { get; init; } = "";
    public string Description { get; init; } = "";
    public bool AllowAtRoot { get; init; }
    public Guid ListView { get; init; }
    public string Variations { get; init; } = Nothing;
    public bool IsElement { get; init; }
    public HistoryCleanup? HistoryCleanup { get; init; }

    /// <summary>The type it inherits from; a type that has one has no folder.</summary>
    public KeyedAlias? Parent { get; init; }
    public string? Folder { get; init; }
    public ImmutableArray<KeyedAlias> Compositions { get; init; } = [];
    public string DefaultTemplate { get; init; } = "";
    public ImmutableArray<KeyedAlias> AllowedTemplates { get; init; } = [];
    public ImmutableArray<AllowedChild> Structure { get; init; } = [];
    public ImmutableArray<GenericProperty> Properties { get; init; } = [];
    public ImmutableArray<TypeTab> Tabs { get; init; } = [];

    public const string Nothing = "Nothing";
    public const string Culture = "Culture";

    public string RootName => IsMedia ? "MediaType" : "ContentType";

    string ISchemaFile.Identity => Key.ToString();

    string ISchemaFile.FileName => FileNames.Safe(Alias);

    public byte[] Write() => ContentTypeFileWriter.Write(this);
}

/// <summary>How long versions are kept; numbers stay the texts they were, empty ones too.</summary>
internal sealed record HistoryCleanup(bool PreventCleanup, string KeepAllVersionsNewerThanDays, string KeepLatestVersionPerDayForDays);

internal sealed record AllowedChild(Guid Key, int SortOrder, string Alias);

internal sealed record TypeTab(Guid Key, string Caption, string Alias, string Type, int SortOrder);

internal sealed record GenericProperty
{
    public required Guid Key { get; init; }
    public required string Name { get; init; }
    public required string Alias { get; init; }
    public required Guid Definition { get; init; }
    public string Type { get; init; } = "";
    public bool Mandatory { get; init; }
    public string Validation { get; init; } = "";
    public string Description { get; init; } = "";
    public int SortOrder { get; init; }

    /// <summary>Null for a property outside of all tabs.</summary>
    public string? TabAlias { get; init; }
    public string TabCaption { get; init; } = "";
    public string Variations { get; init; } = ContentTypeFile.Nothing;
    public string MandatoryMessage { get; init; } = "";
    public string ValidationRegExpMessage { get; init; } = "";
    public bool LabelOnTop { get; init; }
}
