using System.Collections.Immutable;

namespace Repository.Core.Forms.Building;

/// <summary>The steps by which the columns of a fieldset are put together.</summary>
public static class FieldsetBuilding
{
    extension(Fieldset fieldset)
    {
        public Fieldset WithColumn() => fieldset with { Columns = fieldset.Columns.Add(new FieldColumn("", 0, [])) };

        /// <summary>What stood in the column goes on in the one before it, or after it: no question is lost with a column.</summary>
        public Fieldset WithoutColumn(int column)
        {
            if (column < 0 || column >= fieldset.Columns.Length || fieldset.Columns.Length == 1) return fieldset;
            var heir = column == 0 ? 1 : column - 1;
            var (gone, kept) = (fieldset.Columns[column].Fields, fieldset.Columns[heir]);
            ImmutableArray<FormField> together = column == 0 ? [.. gone, .. kept.Fields] : [.. kept.Fields, .. gone];
            return fieldset with { Columns = fieldset.Columns.SetItem(heir, kept with { Fields = together }).RemoveAt(column) };
        }
    }
}
