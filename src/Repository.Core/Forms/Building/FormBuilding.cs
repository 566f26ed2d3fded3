using System.Collections.Immutable;

namespace Repository.Core.Forms.Building;

/// <summary>The steps by which a form is put together. Pure; a step that leads nowhere gives back the very definition it was asked of.</summary>
public static class FormBuilding
{
    extension(FormDefinition form)
    {
        public FormDefinition WithPage(string caption) =>
            form with { Pages = form.Pages.Add(new FormPage(caption, null, [NewFieldset("")])) };

        public FormDefinition WithoutPage(int page) => form.HasPage(page) ? form with { Pages = form.Pages.RemoveAt(page) } : form;

        public FormDefinition ChangePage(int page, Func<FormPage, FormPage> change) =>
            form.HasPage(page) ? form with { Pages = form.Pages.SetItem(page, change(form.Pages[page])) } : form;

        public FormDefinition MovePage(int page, int by) => form.HasPage(page) && form.HasPage(page + by)
            ? form with { Pages = form.Pages.RemoveAt(page).Insert(page + by, form.Pages[page]) }
            : form;

        /// <summary>At a place among the others, counted without it; beyond the last one, last.</summary>
        public FormDefinition PlacePage(int page, int at) => !form.HasPage(page) ? form : form.MovePage(page, Math.Clamp(at, 0, form.Pages.Length - 1) - page);

        public FormDefinition WithFieldset(int page, string caption) => form.ChangePage(page, there => there with { Fieldsets = there.Fieldsets.Add(NewFieldset(caption)) });

        public FormDefinition WithoutFieldset(Guid fieldset) => form.ChangePages(page => page with { Fieldsets = page.Fieldsets.RemoveAll(one => one.Id == fieldset) });

        public FormDefinition ChangeFieldset(Guid fieldset, Func<Fieldset, Fieldset> change) =>
            form.ChangePages(page => page with { Fieldsets = [.. page.Fieldsets.Select(one => one.Id == fieldset ? change(one) : one)] });

        /// <summary>Within its page, and from the first or last place on to the neighbouring page.</summary>
        public FormDefinition MoveFieldset(Guid fieldset, int by) =>
            Moved(form.Pages.Select(page => page.Fieldsets), one => one.Id == fieldset, by) is { } moved
                ? form with { Pages = [.. form.Pages.Zip(moved, (page, fieldsets) => page with { Fieldsets = fieldsets })] }
                : form;

        /// <summary>On a page, at a place among the others there.</summary>
        public FormDefinition PlaceFieldset(Guid fieldset, int page, int at) =>
            form.HasPage(page) && form.Fieldsets().FirstOrDefault(one => one.Id == fieldset) is { } moved
                ? form.WithoutFieldset(fieldset).ChangePage(page, there => there with { Fieldsets = there.Fieldsets.Insert(Math.Clamp(at, 0, there.Fieldsets.Length), moved) })
                : form;

        public FormDefinition WithField(Guid fieldset, int column, FormField field) =>
            form.ChangeFieldset(fieldset, there => column >= 0 && column < there.Columns.Length
                ? there with { Columns = there.Columns.SetItem(column, there.Columns[column] with { Fields = there.Columns[column].Fields.Add(field) }) }
                : there);

        public FormDefinition WithoutField(Guid field) => form.ChangeColumns(column => column with { Fields = column.Fields.RemoveAll(one => one.Id == field) });

        public FormDefinition ChangeField(FormField field) =>
            form.ChangeColumns(column => column with { Fields = [.. column.Fields.Select(one => one.Id == field.Id ? field : one)] });

        /// <summary>The same question once more behind it, under a name of its own: what asks the first goes on asking the first.</summary>
        public FormDefinition WithCopyOf(Guid field, Guid copy) =>
            form.Fields().FirstOrDefault(one => one.Id == field) is { } asked
                ? form.ChangeColumns(column => column.Fields.IndexOf(asked) is var at and >= 0
                    ? column with { Fields = column.Fields.Insert(at + 1, asked with { Id = copy, Alias = FieldAlias.Of(asked.Alias, form) }) }
                    : column)
                : form;

        /// <summary>In a column of whatever fieldset, at a place among the others there.</summary>
        public FormDefinition PlaceField(Guid field, Guid fieldset, int column, int at)
        {
            var moved = form.Fields().FirstOrDefault(one => one.Id == field);
            var there = form.Fieldsets().FirstOrDefault(one => one.Id == fieldset);
            if (moved is null || there is null || column < 0 || column >= there.Columns.Length) return form;
            return form.WithoutField(field).ChangeFieldset(fieldset, into => into with
            {
                Columns = into.Columns.SetItem(column, into.Columns[column] with { Fields = into.Columns[column].Fields.Insert(Math.Clamp(at, 0, into.Columns[column].Fields.Length), moved) }),
            });
        }

        /// <summary>Within its column, and from the first or last place on to the neighbouring one, of whatever fieldset and page.</summary>
        public FormDefinition MoveField(Guid field, int by)
        {
            if (Moved(form.Columns().Select(column => column.Fields), one => one.Id == field, by) is not { } moved) return form;
            var next = 0;
            return form.ChangeColumns(column => column with { Fields = moved[next++] });
        }

        public IEnumerable<Fieldset> Fieldsets() => form.Pages.SelectMany(page => page.Fieldsets);

        public IEnumerable<FieldColumn> Columns() => form.Fieldsets().SelectMany(fieldset => fieldset.Columns);

        private bool HasPage(int page) => page >= 0 && page < form.Pages.Length;

        private FormDefinition ChangePages(Func<FormPage, FormPage> change) => form with { Pages = [.. form.Pages.Select(change)] };

        private FormDefinition ChangeColumns(Func<FieldColumn, FieldColumn> change) => form.ChangePages(page => page with
        {
            Fieldsets = [.. page.Fieldsets.Select(fieldset => fieldset with { Columns = [.. fieldset.Columns.Select(change)] })],
        });
    }

    private static Fieldset NewFieldset(string caption) => new(Guid.NewGuid(), caption, null, [new FieldColumn("", 0, [])]);

    /// <summary>One thing among lists that follow one another, a place further; null when it is not there or there is no further place.</summary>
    private static ImmutableArray<T>[]? Moved<T>(IEnumerable<ImmutableArray<T>> lists, Predicate<T> isIt, int by)
    {
        var places = lists.ToArray();
        var list = Array.FindIndex(places, things => things.Any(thing => isIt(thing)));
        if (list < 0) return null;
        var at = places[list].TakeWhile(thing => !isIt(thing)).Count();
        var (thing, without, beyond) = (places[list][at], places[list].RemoveAt(at), list + by);
        if (at + by >= 0 && at + by < places[list].Length) places[list] = without.Insert(at + by, thing);
        else if (beyond < 0 || beyond >= places.Length) return null;
        else
        {
            places[list] = without;
            places[beyond] = by < 0 ? places[beyond].Add(thing) : places[beyond].Insert(0, thing);
        }

        return places;
    }
}
