using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A day and a time in a time zone: what the clock on the wall shows there, and the zone.</summary>
internal sealed class ZonedMomentField : IFieldEditor
{
    private const string Format = "yyyy-MM-ddTHH:mm";
    private const string Elsewhere = "UTC";

    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field)
    {
        var (clock, zone) = Parts(field.Stored);
        return new ZonedMomentFieldView { Model = new ZonedMomentControl(field, clock is null ? field.Stored : clock, clock is null && field.Stored.Length > 0 ? "text" : "datetime-local", zone, Zones(field.Config, zone)) };
    }

    public string Read(PostedField posted)
    {
        var (clock, zone) = (posted.Text, posted.Part("zone"));
        if (Parts(posted.Prior) == (clock, zone) || clock.Length == 0) return clock.Length == 0 ? "" : posted.Prior;
        if (!DateTime.TryParseExact(clock, [Format, "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return clock;
        var known = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
        var moment = new DateTimeOffset(time, known.GetUtcOffset(time));
        return new JsonObject { ["date"] = moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), ["timeZone"] = zone.Length == 0 ? null : zone }.ToJsonString();
    }

    private static (string? Clock, string Zone) Parts(string stored)
    {
        if (StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Object } root) return (null, "");
        return DateTimeOffset.TryParse(root.Text("date"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? (moment.ToString(Format, CultureInfo.InvariantCulture), root.Text("timeZone") ?? "")
            : (null, "");
    }

    private static ImmutableArray<string> Zones(JsonElement config, string chosen)
    {
        var zones = (config.Member("timeZones")?.Items("timeZones") ?? []).Select(zone => zone.GetString() ?? "").Where(zone => zone.Length > 0).DefaultIfEmpty(Elsewhere);
        return [.. zones.Append(chosen).Where(zone => zone.Length > 0).Distinct()];
    }
}

internal sealed record ZonedMomentControl(Field Field, string Shown, string Type, string Zone, ImmutableArray<string> Zones);
