using System.Collections.Immutable;
using Repository.Core.Editors.Blocks;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Blocks on a grid, which may hold areas with further blocks.</summary>
internal sealed class BlockGridEditor : IPropertyEditor
{
    public const string SchemaAlias = BlockDocumentWriter.GridAlias;

    private const int DefaultColumns = 12;

    public string Alias => SchemaAlias;

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (context.Depth >= EditorContext.MaxDepth) return PropertyReading.Refused(stored, BlockReading.TooDeep);
        if (StoredJson.Parse(stored) is not { } root || BlockDocumentReader.Read(root, Alias) is not { } document)
        {
            return PropertyReading.Refused(stored, "El texto guardado no es una cuadrícula de bloques.");
        }

        if (document.IsEmpty) return PropertyReading.Empty;
        var declarations = BlockDeclarations.Of(dataType);
        var reading = BlockReading.Read(document, declarations, context);
        var grid = new Grid(document, reading, declarations, dataType.Config.Whole("gridColumns", DefaultColumns));
        if (StoredJson.WriteNested(context, json => BlockDocumentWriter.Write(json, reading.Normalised, Alias)) is not { } text) return PropertyReading.Refused(stored, BlockReading.TooDeep);
        return new PropertyReading(text, grid.Deliver())
        {
            Problems = [.. reading.Problems, .. CountLimits.OfValidation(dataType.Config).Problems(document.Layout.Length, "bloques")],
            SearchTexts = reading.SearchTexts,
            Picks = reading.Picks,
        };
    }

    private sealed class Grid(BlockDocument document, BlockReading reading, BlockDeclarations declarations, int columns)
    {
        private readonly HashSet<Guid> _taken = [];

        private readonly Dictionary<Guid, Guid> _types = document.Content.DistinctBy(block => block.Key).ToDictionary(block => block.Key, block => block.ContentTypeKey);

        public BlockGridValue Deliver() => new(columns, Deliver(document.Layout));

        private ImmutableArray<GridBlock> Deliver(ImmutableArray<BlockPlace> places) => [.. places.Select(Deliver).OfType<GridBlock>()];

        private GridBlock? Deliver(BlockPlace place)
        {
            if (!_taken.Add(place.ContentKey) || !reading.Blocks.TryGetValue(place.ContentKey, out var block)) return null;
            var declaration = declarations.Find(_types[place.ContentKey]);
            return new GridBlock(block, place.RowSpan, place.ColumnSpan, declaration?.AreaGridColumns ?? columns, Areas(place, declaration));
        }

        private ImmutableArray<GridArea> Areas(BlockPlace place, BlockDeclaration? declaration) =>
        [
            .. from area in place.Areas
               let declared = declaration?.Areas.FirstOrDefault(candidate => candidate.Key == area.Key)
               where declared is not null
               select new GridArea(declared.Alias, declared.RowSpan, declared.ColumnSpan, Deliver(area.Items)),
        ];
    }
}
