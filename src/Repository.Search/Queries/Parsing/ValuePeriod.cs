namespace Repository.Search.Queries.Parsing;

/// <summary>The first and the last value that a text stands for: twice the same for a number, the days of a year, a month or a single day.</summary>
internal readonly record struct ValuePeriod(long First, long Last);
