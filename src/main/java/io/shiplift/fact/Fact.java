package io.shiplift.fact;

/**
 * What a step leaves behind for others. Facts are values: they name what exists outside
 * and never carry a secret.
 */
public sealed interface Fact permits Account, AddressAnswered, AheadCopied, Application, Approved, Cache, Certificate,
		Configuration, DataCopied, DataVerified, Database, Environment, FileStore, FilesDeleted, Forecast,
		MaintenanceOn, Network, NothingLeft, ProcessesStarted, Propagated, Released, SafetyCopied, SchedulerPaused,
		SchemaMigrated, ScratchDropped, SmokePassed, SourceBundle, TrafficMoved, TriggersRemoved, TtlLowered,
		WorkersStopped, WritersGone {

}
