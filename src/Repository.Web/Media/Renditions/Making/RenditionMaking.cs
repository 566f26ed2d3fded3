using System.Collections.Concurrent;
using System.ComponentModel;
using Repository.Web.Media.Renditions.Headers;
using Repository.Web.Media.Renditions.Keeping;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>
/// Makes renditions, few at a time and each once: who asks for one that is on its way waits for it. Somebody who goes away cancels it for nobody else;
/// when all have gone before its turn came it is not made. What could not be made is not tried again for some minutes.
/// </summary>
internal sealed partial class RenditionMaking(Vips vips, RenditionCache cache, RenditionOptions options, TimeProvider clock, ILogger<RenditionMaking> log) : IAsyncDisposable
{
    private const int MostFailures = 10_000;

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, RenditionFlight> _flights = new(StringComparer.Ordinal);
    private readonly Lock _joining = new();
    private readonly ConcurrentDictionary<string, long> _failures = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly CancellationTokenSource _closing = new();
    private int _made;

    /// <summary>How many were made since the start.</summary>
    public int Made => _made;

    /// <summary>Null when the original has to do.</summary>
    public async Task<Rendition?> MakeAsync(RenditionOrder order, ImageHeader header, CancellationToken impatience)
    {
        if (vips.Path is null || HasFailed(order.Key)) return null;
        if (header.Stored.IsTooLarge) return Refused(order.Key, order.File.Path, $"It has {header.Stored.Area:N0} pixels.");
        var plan = RenditionPlan.Of(header.Upright, order.Request);
        if (plan.Size.Area > Math.Max(header.Stored.Area, (long)options.MaxWidth * options.MaxHeight)) return Refused(order.Key, order.File.Path, $"It would have {plan.Size.Area:N0} pixels.");
        return await MakeAsync(new RenditionCraft(order, vips, header, plan), impatience);
    }

    /// <summary>Null when it cannot be made now.</summary>
    public async Task<Rendition?> MakeAsync(ICraft craft, CancellationToken impatience)
    {
        if (cache.Find(craft.Key) is { } kept) return kept;
        if (!craft.IsPossible || HasFailed(craft.Key)) return null;
        var flight = Join(craft);
        try
        {
            return await flight.Landed.WaitAsync(impatience);
        }
        finally
        {
            lock (_joining) flight.Waiting--;
        }
    }

    /// <summary>Its file is gone: it may be made anew.</summary>
    public void Forget(Rendition rendition) => cache.Forget(rendition);

    /// <summary>Ends what is under way; afterwards no process of ours is left.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        Task[] landing;
        lock (_joining) landing = [.. _flights.Values.Select(flight => flight.Landed)];
        await Task.WhenAll(landing);
        _closing.Dispose();
        _turns.Dispose();
    }

    private RenditionFlight Join(ICraft craft)
    {
        lock (_joining)
        {
            if (!_flights.TryGetValue(craft.Key, out var flight))
            {
                flight = _flights[craft.Key] = new RenditionFlight();
                _ = Task.Run(() => FlyAsync(craft, flight, _closing.Token));
            }

            flight.Waiting++;
            return flight;
        }
    }

    private async Task FlyAsync(ICraft craft, RenditionFlight flight, CancellationToken closing)
    {
        Rendition? rendition = null;
        try
        {
            if (craft.TakesTurn) await _turns.WaitAsync(closing);
            try
            {
                if (IsWanted(craft.Key, flight)) rendition = cache.Find(craft.Key) ?? await TryAsync(craft, closing);
            }
            finally
            {
                if (craft.TakesTurn) _turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; who still waits gets the original.
        }
        finally
        {
            lock (_joining) Leave(craft.Key, flight);
            flight.Land(rendition);
        }
    }

    /// <summary>Is anybody still there? Who comes after a no begins anew.</summary>
    private bool IsWanted(string key, RenditionFlight flight)
    {
        lock (_joining)
        {
            if (flight.Waiting > 0) return true;
            Leave(key, flight);
            return false;
        }
    }

    /// <summary>Another flight may have taken the place already. Called by the one who holds the lock.</summary>
    private void Leave(string key, RenditionFlight flight)
    {
        if (_flights.GetValueOrDefault(key) == flight) _flights.Remove(key);
    }

    private async Task<Rendition?> TryAsync(ICraft craft, CancellationToken closing)
    {
        var folder = "";
        try
        {
            folder = cache.NewFolder();
            Interlocked.Increment(ref _made);
            return await craft.MakeAsync(folder, closing) switch
            {
                Crafted.Done done => cache.Keep(craft.Key, done.Format, done.File),
                // The tool may have been taken away in this moment: then nothing speaks against the file.
                Crafted.Refused refused when craft.IsPossible => Refused(craft.Key, craft.Subject, refused.Reason),
                _ => null,
            };
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or Win32Exception)
        {
            // The machine's trouble and not the file's: it is tried again.
            LogRefused(craft.Subject, broken.Message);
            return null;
        }
        catch (Exception broken) when (!closing.IsCancellationRequested)
        {
            return Refused(craft.Key, craft.Subject, broken.Message);
        }
        finally
        {
            if (folder.Length > 0) Directory.Delete(folder, recursive: true);
        }
    }

    private Rendition? Refused(string key, string subject, string reason)
    {
        if (_failures.Count >= MostFailures) _failures.Clear();
        _failures[key] = clock.GetTimestamp();
        LogRefused(subject, reason);
        return null;
    }

    private bool HasFailed(string key)
    {
        if (!_failures.TryGetValue(key, out var when)) return false;
        if (clock.GetElapsedTime(when) < Rest) return true;
        _failures.TryRemove(key, out _);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing could be made of {Subject}: {Reason}")]
    private partial void LogRefused(string subject, string reason);
}
