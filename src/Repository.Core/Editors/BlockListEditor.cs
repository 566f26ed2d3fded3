using Repository.Core.Editors.Blocks;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Blocks one below the other.</summary>
internal sealed class BlockListEditor : IPropertyEditor
{
    public const string SchemaAlias = "Umbraco.BlockList";

    public string Alias => SchemaAlias;

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (context.Depth >= EditorContext.MaxDepth) return PropertyReading.Refused(stored, BlockReading.TooDeep);
        if (StoredJson.Parse(stored) is not { } root || BlockDocumentReader.Read(root, Alias) is not { } document)
        {
            return PropertyReading.Refused(stored, "El texto guardado no es una lista de bloques.");
        }

        if (document.IsEmpty) return PropertyReading.Empty;
        var reading = BlockReading.Read(document, BlockDeclarations.Of(dataType), context);
        var blocks = document.Layout.Select(place => place.ContentKey).Distinct().Where(reading.Blocks.ContainsKey).Select(key => reading.Blocks[key]);
        if (StoredJson.WriteNested(context, json => BlockDocumentWriter.Write(json, reading.Normalised, Alias)) is not { } text) return PropertyReading.Refused(stored, BlockReading.TooDeep);
        return new PropertyReading(text, new BlockListValue([.. blocks]))
        {
            Problems = [.. reading.Problems, .. Limits(dataType).Problems(document.Layout.Length, "bloques")],
            SearchTexts = reading.SearchTexts,
            Picks = reading.Picks,
        };
    }

    private static CountLimits Limits(DataType dataType)
    {
        var limits = CountLimits.OfValidation(dataType.Config);
        return dataType.Config.Flag("useSingleBlockMode") ? limits with { Max = 1 } : limits;
    }
}
