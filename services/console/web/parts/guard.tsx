// A fault of one place does not take the page away: it is named, and the rest goes on.
import { Component, type ReactNode } from 'react';

export class Guard extends Component<{ children: ReactNode }, { fault: Error | undefined }> {
  override state = { fault: undefined as Error | undefined };
  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }
  override render() {
    if (!this.state.fault) return this.props.children;
    return (
      <div className="problem" role="alert">
        <p>
          <b>此页面出现故障 / This page has failed</b>
        </p>
        <p>请刷新页面；已填写的评分不会丢失。Reload the page; sheets that you filled in are kept.</p>
      </div>
    );
  }
}
