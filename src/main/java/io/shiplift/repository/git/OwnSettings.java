package io.shiplift.repository.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from reading Git settings of whoever runs this: they could rename addresses,
 * weaken TLS or start programs.
 */
final class OwnSettings extends SystemReader.Delegate {

	private OwnSettings(SystemReader usual) {
		super(usual);
	}

	/** From now on, for the whole process. */
	static synchronized void use() {
		if (!(SystemReader.getInstance() instanceof OwnSettings)) {
			SystemReader.setInstance(new OwnSettings(SystemReader.getInstance()));
		}
	}

	@Override
	public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
		return new None(parent, files);
	}

	@Override
	public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
		return new None(parent, files);
	}

	@Override
	public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
		return new None(parent, files);
	}

	/**
	 * Settings of a file that is not there.
	 */
	private static final class None extends FileBasedConfig {

		private None(@Nullable Config parent, FS files) {
			super(parent, null, files);
		}

		@Override
		public void load() {
			// there is nothing
		}

		@Override
		public void save() {
			// nothing is kept
		}

		@Override
		public boolean isOutdated() {
			return false;
		}

	}

}
